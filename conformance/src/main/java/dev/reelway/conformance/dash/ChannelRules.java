package dev.reelway.conformance.dash;

import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.conformance.model.MediaKind;
import dev.reelway.isobmff.read.TrackDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** AudioChannelConfiguration against the media. */
final class ChannelRules implements DashRules {
  private static final List<String> SCHEMES =
      List.of(
          "urn:mpeg:dash:23003:3:audio_channel_configuration:2011",
          "urn:mpeg:mpegB:cicp:ChannelConfiguration");

  /** ChannelConfiguration to number of channels where they differ, ISO/IEC 23091-3. */
  private static final Map<String, Integer> COUNTS =
      Map.of("7", 8, "9", 3, "10", 4, "11", 7, "12", 8, "13", 24, "14", 8);

  @Override
  public void check(DashPackage title) {
    for (MpdTrack track : title.mpd().tracks()) {
      if (track.track().kind() == MediaKind.AUDIO) {
        check(title, track);
      }
    }
  }

  private static void check(DashPackage title, MpdTrack track) {
    boolean any =
        Stream.of(track.representation(), track.set())
            .anyMatch(level -> level.first("AudioChannelConfiguration").isPresent());
    if (!any) {
      title
          .faults()
          .add(DashRule.DASH_CHANNELS_MISSING, track.line(), "AudioChannelConfiguration", "none");
    }
    Optional<TrackDescription> media =
        track.measured(title.media()).flatMap(MeasuredTrack::description);
    // The sample entries of Dolby codecs say 2 whatever the stream holds.
    if (media
        .filter(is -> is.codec().startsWith("mp4a") || is.codec().equals("Opus"))
        .isPresent()) {
      SCHEMES.stream()
          .flatMap(scheme -> track.descriptors("AudioChannelConfiguration", scheme))
          .forEach(found -> compare(title, found, media.get().channels()));
    }
  }

  private static void compare(DashPackage title, Element descriptor, int channels) {
    String value = descriptor.attribute("value").orElse("").strip();
    boolean number = value.matches("[1-9][0-9]?");
    int declared = number ? COUNTS.getOrDefault(value, Integer.parseInt(value)) : 0;
    if (declared != channels) {
      title
          .faults()
          .add(
              DashRule.DASH_CHANNELS,
              descriptor.line(),
              "the configuration of " + channels + " channels",
              value);
    }
  }
}
