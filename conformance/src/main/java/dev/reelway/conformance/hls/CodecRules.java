package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.CodecNames;
import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.isobmff.read.TrackDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CODECS against the sample entries of the init segments. */
final class CodecRules implements HlsRules {
  @Override
  public void check(HlsPackage title, Measurements measurements, Findings findings) {
    Faults faults = new Faults(title.top().path(), findings);
    for (Variant variant : title.top().variants()) {
      if (variant.kind() != Variant.Kind.IMAGES) {
        check(title, variant, measurements, faults);
      }
    }
  }

  private static void check(
      HlsPackage title, Variant variant, Measurements measurements, Faults faults) {
    List<String> declared = CodecNames.list(variant.attributes().text("CODECS", ""));
    if (declared.isEmpty()) {
      return;
    }
    List<HlsPackage.Entry> parts = parts(title, variant);
    List<String> media = new ArrayList<>();
    boolean allKnown = true;
    for (HlsPackage.Entry part : parts) {
      Optional<String> codec =
          part.measured(measurements)
              .flatMap(track -> track.description())
              .map(TrackDescription::codec);
      allKnown &= codec.isPresent();
      codec.map(CodecNames::plain).filter(name -> !media.contains(name)).ifPresent(media::add);
    }
    boolean named = declared.containsAll(media);
    boolean real =
        !allKnown
            || declared.stream().allMatch(codec -> media.contains(codec) || Kinds.isText(codec));
    if (!named || !real) {
      faults.add(
          HlsRule.HLS_CODECS,
          variant.line(),
          String.join(",", media),
          variant.attributes().text("CODECS", ""));
    }
  }

  /** The variant's own playlist and those of its groups of pictures and sound. */
  private static List<HlsPackage.Entry> parts(HlsPackage title, Variant variant) {
    List<HlsPackage.Entry> parts = new ArrayList<>(title.entry(variant.path()).stream().toList());
    for (String type : List.of("AUDIO", "VIDEO")) {
      variant.attributes().text(type).ifPresent(group -> parts.addAll(title.group(type, group)));
    }
    return parts;
  }
}
