package dev.reelway.conformance.dash;

import dev.reelway.conformance.manifest.CodecNames;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.isobmff.read.TrackDescription;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Codecs, types and sampling rates against the init segments. */
final class MediaRules implements DashRules {

  @Override
  public void check(DashPackage title) {
    for (MpdTrack track : title.mpd().tracks()) {
      Optional<String> mime = track.attribute("mimeType");
      if (mime.isEmpty()) {
        title.faults().add(DashRule.DASH_MIME_TYPE, track.line(), "@mimeType", "none");
      }
      if (track.attribute("codecs").isEmpty() && track.track().kind().isCmaf()) {
        title.faults().add(DashRule.DASH_CODECS_MISSING, track.line(), "@codecs", "none");
      }
      Optional<TrackDescription> media =
          track.measured(title.media()).flatMap(MeasuredTrack::description);
      media.ifPresent(about -> compare(title, track, about));
    }
  }

  private static void compare(DashPackage title, MpdTrack track, TrackDescription media) {
    List<String> declared = CodecNames.list(track.attribute("codecs").orElse(""));
    String codec = CodecNames.plain(media.codec());
    if (!declared.isEmpty() && !declared.equals(List.of(codec))) {
      String found = String.join(",", declared);
      title.faults().add(DashRule.DASH_CODECS, track.line(), codec, found);
    }
    type(title, track, media);
    if (media.kind() == TrackDescription.Kind.AUDIO) {
      String rate = String.valueOf(media.sampleRate());
      Optional<String> said = track.attribute("audioSamplingRate");
      if (said.filter(text -> !List.of(text.split("\\s+")).contains(rate)).isPresent()) {
        title.faults().add(DashRule.DASH_SAMPLING_RATE, track.line(), rate, said.get());
      }
    }
  }

  private static void type(DashPackage title, MpdTrack track, TrackDescription media) {
    String kind = media.kind().name().toLowerCase(Locale.ROOT);
    String mime = media.kind() == TrackDescription.Kind.TEXT ? "application/mp4" : kind + "/mp4";
    Optional<String> said = track.attribute("mimeType");
    if (said.filter(text -> !text.split(";", 2)[0].strip().equals(mime)).isPresent()) {
      title.faults().add(DashRule.DASH_MIME_TYPE, track.line(), mime, said.get());
    }
    Optional<String> content = track.set().attribute("contentType");
    if (content.filter(text -> !text.equals(kind)).isPresent()) {
      title.faults().add(DashRule.DASH_MIME_TYPE, track.set().line(), kind, content.get());
    }
  }
}
