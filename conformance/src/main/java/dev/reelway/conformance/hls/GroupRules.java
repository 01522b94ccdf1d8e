package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.rule.Findings;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The renditions of a group, RFC 8216bis 4.4.6.1. */
final class GroupRules implements HlsRules {

  @Override
  public void check(HlsPackage title, Measurements measurements, Findings findings) {
    Faults faults = new Faults(title.top().path(), findings);
    title.top().renditions().forEach(member -> attributes(member, faults));
    Map<String, List<MediaRendition>> groups =
        title.top().renditions().stream()
            .collect(
                Collectors.groupingBy(
                    member -> member.type() + " " + member.group(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    groups.values().forEach(members -> group(members, faults));
  }

  private static void group(List<MediaRendition> members, Faults faults) {
    Set<String> names = new HashSet<>();
    Set<String> selectors = new HashSet<>();
    boolean hasDefault = false;
    for (MediaRendition member : members) {
      if (!names.add(member.name())) {
        faults.add(
            HlsRule.HLS_GROUP_NAME, member.line(), "a NAME of its own", member.name() + " again");
      }
      boolean isDefault = member.attributes().is("DEFAULT", "YES");
      if (isDefault && hasDefault) {
        faults.add(HlsRule.HLS_GROUP_DEFAULT, member.line(), "one DEFAULT=YES", "another");
      }
      hasDefault |= isDefault;
      boolean automatic = isDefault || member.attributes().is("AUTOSELECT", "YES");
      if (automatic && !selectors.add(selector(member))) {
        faults.add(
            HlsRule.HLS_AUTOSELECT_ALIKE,
            member.line(),
            "another language, FORCED or CHARACTERISTICS",
            selector(member));
      }
    }
  }

  private static String selector(MediaRendition member) {
    return List.of("LANGUAGE", "ASSOC-LANGUAGE", "FORCED", "CHARACTERISTICS").stream()
        .map(name -> member.attributes().text(name).map(text -> name + "=" + text))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(","));
  }

  private static void attributes(MediaRendition member, Faults faults) {
    AttributeList attributes = member.attributes();
    if (attributes.is("DEFAULT", "YES") && attributes.is("AUTOSELECT", "NO")) {
      faults.add(HlsRule.HLS_AUTOSELECT, member.line(), "AUTOSELECT=YES", "NO");
    }
    switch (member.type()) {
      case "CLOSED-CAPTIONS" -> {
        demand(member, "INSTREAM-ID", true, faults);
        demand(member, "URI", false, faults);
      }
      case "SUBTITLES" -> {
        demand(member, "URI", true, faults);
        demand(member, "INSTREAM-ID", false, faults);
      }
      default -> {
        demand(member, "FORCED", false, faults);
        demand(member, "INSTREAM-ID", false, faults);
      }
    }
  }

  private static void demand(MediaRendition member, String name, boolean there, Faults faults) {
    boolean found = member.attributes().text(name).isPresent();
    if (found != there) {
      faults.add(
          HlsRule.HLS_MEDIA_ATTRIBUTES,
          member.line(),
          (there ? "" : "no ") + name + " on " + member.type(),
          found ? member.attributes().text(name, "") : "none");
    }
  }
}
