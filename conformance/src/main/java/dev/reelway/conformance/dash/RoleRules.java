package dev.reelway.conformance.dash;

import dev.reelway.conformance.model.MediaKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Roles, accessibility, and what tells sets apart. */
final class RoleRules implements DashRules {
  static final String ROLE = "urn:mpeg:dash:role:2011";
  private static final String PURPOSE = "urn:tva:metadata:cs:AudioPurposeCS:2007";

  private static final Set<String> ROLES =
      Set.of(
          "caption",
          "subtitle",
          "main",
          "alternate",
          "supplementary",
          "commentary",
          "dub",
          "description",
          "sign",
          "metadata",
          "enhanced-audio-intelligibility",
          "emergency",
          "forced-subtitle",
          "easyreader",
          "karaoke");

  @Override
  public void check(DashPackage title) {
    for (Element period : title.mpd().root().all("Period").toList()) {
      List<Element> sets = period.all("AdaptationSet").toList();
      sets.forEach(set -> words(title, set));
      main(title, sets.stream().filter(set -> kind(set) == MediaKind.AUDIO).toList());
      alike(title, sets);
    }
  }

  private static MediaKind kind(Element set) {
    return set.first("Representation")
        .map(first -> DashKinds.of(set, first))
        .orElse(MediaKind.VIDEO);
  }

  private static void words(DashPackage title, Element set) {
    Stream.concat(set.descriptors("Role", ROLE), set.descriptors("Accessibility", ROLE))
        .filter(role -> !ROLES.contains(value(role)))
        .forEach(role -> fault(title, role, "a word of " + ROLE));
    set.descriptors("Accessibility", PURPOSE)
        .filter(role -> !value(role).matches("[1-9]"))
        .forEach(role -> fault(title, role, "a number of " + PURPOSE));
  }

  private static void fault(DashPackage title, Element role, String expected) {
    title.faults().add(DashRule.DASH_ROLE, role.line(), expected, value(role));
  }

  private static String value(Element descriptor) {
    return descriptor.attribute("value").orElse("");
  }

  private static void main(DashPackage title, List<Element> sound) {
    boolean main =
        sound.stream()
            .flatMap(set -> set.descriptors("Role", ROLE))
            .anyMatch(role -> value(role).equals("main"));
    if (sound.size() > 1 && !main) {
      title
          .faults()
          .add(
              DashRule.DASH_MAIN_ROLE,
              sound.get(0).line(),
              "a Role of value main",
              "none in " + sound.size() + " sets of sound");
    }
  }

  private static void alike(DashPackage title, List<Element> sets) {
    Map<String, Element> seen = new HashMap<>();
    for (Element set : sets) {
      Element other = seen.putIfAbsent(marks(set), set);
      if (other != null) {
        title
            .faults()
            .add(
                DashRule.DASH_SETS_ALIKE,
                set.line(),
                "another language, Role, Label or codec than the set of line " + other.line(),
                "the same");
      }
    }
  }

  /** Everything by which a player can choose. */
  private static String marks(Element set) {
    StringBuilder marks = new StringBuilder(kind(set) + "|" + set.attribute("lang").orElse(""));
    Stream.of(
            "Role",
            "Accessibility",
            "Viewpoint",
            "EssentialProperty",
            "SupplementalProperty",
            "AudioChannelConfiguration",
            "Label")
        .flatMap(set::all)
        .forEach(
            child ->
                marks.append('|').append(new TreeMap<>(child.attributes())).append(child.text()));
    set.all("Representation")
        .findFirst()
        .ifPresent(
            first -> {
              String codecs =
                  first.attribute("codecs").or(() -> set.attribute("codecs")).orElse("");
              marks.append('|').append(codecs.split("\\.", 2)[0]);
              first
                  .all("AudioChannelConfiguration")
                  .forEach(child -> marks.append('|').append(new TreeMap<>(child.attributes())));
            });
    return marks.toString();
  }
}
