package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.manifest.LanguageTag;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.isobmff.read.TrackDescription;
import java.util.List;
import java.util.Optional;

/** Languages of renditions, and the channels of sound. */
final class SoundRules implements HlsRules {
  private static final int STEREO = 2;

  @Override
  public void check(HlsPackage title, Measurements measurements, Findings findings) {
    Faults faults = new Faults(title.top().path(), findings);
    for (MediaRendition member : title.top().renditions()) {
      language(member, faults);
      if (member.type().equals("AUDIO")) {
        channels(title, member, measurements, faults);
      }
    }
    List<TrackDescription> sound =
        title.entries().values().stream()
            .filter(entry -> entry.track().kind() == MediaKind.AUDIO)
            .flatMap(entry -> about(entry, measurements).stream())
            .toList();
    if (!sound.isEmpty() && sound.stream().noneMatch(about -> about.channels() <= STEREO)) {
      faults.add(HlsRule.HLS_STEREO, 0, "a rendition in stereo", "more channels only");
    }
  }

  private static Optional<TrackDescription> about(
      HlsPackage.Entry entry, Measurements measurements) {
    return entry.measured(measurements).flatMap(track -> track.description());
  }

  private static void language(MediaRendition member, Faults faults) {
    for (String name : List.of("LANGUAGE", "ASSOC-LANGUAGE")) {
      Optional<String> tag = member.attributes().text(name);
      if (tag.filter(text -> !LanguageTag.isValid(text)).isPresent()) {
        faults.add(HlsRule.HLS_LANGUAGE, member.line(), "a language tag of BCP 47", tag.get());
      }
    }
    boolean spoken = member.type().equals("AUDIO") || member.type().equals("SUBTITLES");
    if (spoken && member.attributes().text("LANGUAGE").isEmpty()) {
      faults.add(HlsRule.HLS_LANGUAGE_MISSING, member.line(), "LANGUAGE", "none");
    }
  }

  private static void channels(
      HlsPackage title, MediaRendition member, Measurements measurements, Faults faults) {
    Optional<String> declared = member.attributes().text("CHANNELS");
    if (declared.isEmpty()) {
      faults.add(HlsRule.HLS_CHANNELS_MISSING, member.line(), "CHANNELS", "none");
      return;
    }
    String count = declared.get().split("/", 2)[0];
    // The sample entries of Dolby codecs say 2 whatever the stream holds.
    Optional<String> media =
        title
            .entry(member.path())
            .flatMap(entry -> about(entry, measurements))
            .filter(about -> about.codec().startsWith("mp4a") || about.codec().equals("Opus"))
            .map(about -> String.valueOf(about.channels()));
    if (!count.matches("[0-9]+") || media.filter(found -> !found.equals(count)).isPresent()) {
      faults.add(HlsRule.HLS_CHANNELS, member.line(), media.orElse("a number"), declared.get());
    }
  }
}
