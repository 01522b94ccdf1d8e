package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.rule.Findings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** All groups of a type offer the same renditions, RFC 8216bis 4.4.6.2.1. */
final class GroupMemberRules implements HlsRules {

  @Override
  public void check(HlsPackage title, Measurements measurements, Findings findings) {
    Map<String, Map<String, Map<String, String>>> types = new LinkedHashMap<>();
    for (MediaRendition member : title.top().renditions()) {
      types
          .computeIfAbsent(member.type(), type -> new LinkedHashMap<>())
          .computeIfAbsent(member.group(), group -> new TreeMap<>())
          .put(member.name(), fixed(member));
    }
    Faults faults = new Faults(title.top().path(), findings);
    types.forEach((type, groups) -> compare(type, groups, faults));
  }

  private static void compare(String type, Map<String, Map<String, String>> groups, Faults faults) {
    String firstName = groups.keySet().iterator().next();
    Map<String, String> first = groups.get(firstName);
    groups.forEach(
        (name, members) -> {
          if (!members.equals(first)) {
            faults.add(
                HlsRule.HLS_GROUP_MEMBERS,
                0,
                type + " " + name + " like " + firstName + ": " + first,
                members.toString());
          }
        });
  }

  /** Everything but what may differ. */
  private static String fixed(MediaRendition member) {
    Map<String, String> rest = new TreeMap<>();
    member.attributes().values().forEach((name, value) -> rest.put(name, value.text()));
    rest.keySet()
        .removeAll(
            java.util.Set.of(
                "URI",
                "GROUP-ID",
                "NAME",
                "CHANNELS",
                "SAMPLE-RATE",
                "BIT-DEPTH",
                "STABLE-RENDITION-ID",
                "PATHWAY-ID",
                "CHARACTERISTICS"));
    return rest.toString();
  }
}
