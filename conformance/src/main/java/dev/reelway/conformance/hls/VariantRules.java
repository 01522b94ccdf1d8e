package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.rule.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The attributes that each variant has, and the groups it names. */
final class VariantRules implements HlsRules {
  private static final List<String> GROUP_TYPES =
      List.of("AUDIO", "VIDEO", "SUBTITLES", "CLOSED-CAPTIONS");

  @Override
  public void check(HlsPackage title, Measurements measurements, Findings findings) {
    Faults faults = new Faults(title.top().path(), findings);
    Set<String> named = new HashSet<>();
    for (Variant variant : title.top().variants()) {
      if (variant.kind() == Variant.Kind.STREAM) {
        attributes(variant, faults);
      }
      groups(title, variant, named, faults);
    }
    Set<String> told = new HashSet<>();
    for (MediaRendition member : title.top().renditions()) {
      String group = member.type() + " " + member.group();
      if (!named.contains(group) && told.add(group)) {
        faults.add(HlsRule.HLS_GROUP_UNUSED, member.line(), "a variant with " + group, "none");
      }
    }
  }

  private static void attributes(Variant variant, Faults faults) {
    need(variant, "AVERAGE-BANDWIDTH", HlsRule.HLS_AVERAGE_BANDWIDTH_MISSING, faults);
    need(variant, "CODECS", HlsRule.HLS_CODECS_MISSING, faults);
    if (Kinds.hasVideo(variant)) {
      need(variant, "RESOLUTION", HlsRule.HLS_RESOLUTION_MISSING, faults);
      need(variant, "FRAME-RATE", HlsRule.HLS_FRAME_RATE_MISSING, faults);
    }
  }

  private static void need(Variant variant, String name, HlsRule rule, Faults faults) {
    if (variant.attributes().text(name).isEmpty()) {
      faults.add(rule, variant.line(), name, "none");
    }
  }

  private static void groups(HlsPackage title, Variant variant, Set<String> named, Faults faults) {
    for (String type : GROUP_TYPES) {
      AttributeValue value = variant.attributes().values().get(type);
      if (value == null || !value.quoted()) {
        continue; // CLOSED-CAPTIONS=NONE names no group
      }
      named.add(type + " " + value.text());
      if (title.top().group(type, value.text()).isEmpty()) {
        faults.add(
            HlsRule.HLS_GROUP_MISSING,
            variant.line(),
            "an #EXT-X-MEDIA of " + type + " \"" + value.text() + "\"",
            "none");
      }
    }
  }
}
