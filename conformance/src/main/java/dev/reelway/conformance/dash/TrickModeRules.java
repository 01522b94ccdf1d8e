package dev.reelway.conformance.dash;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A trick mode set refers to sets that are there. */
final class TrickModeRules implements DashRules {
  private static final String SCHEME = "http://dashif.org/guidelines/trickmode";

  @Override
  public void check(DashPackage title) {
    for (Element period : title.mpd().root().all("Period").toList()) {
      Set<String> ids =
          period
              .all("AdaptationSet")
              .filter(set -> !isTrickMode(set))
              .flatMap(set -> set.attribute("id").stream())
              .collect(Collectors.toSet());
      period
          .all("AdaptationSet")
          .flatMap(TrickModeRules::descriptors)
          .filter(trick -> !ids.containsAll(references(trick)))
          .forEach(
              trick ->
                  title
                      .faults()
                      .add(
                          DashRule.DASH_TRICK_MODE,
                          trick.line(),
                          "ids of other sets: " + ids,
                          trick.attribute("value").orElse("none")));
    }
  }

  static boolean isTrickMode(Element set) {
    return descriptors(set).findAny().isPresent();
  }

  private static Stream<Element> descriptors(Element set) {
    return Stream.concat(
        set.descriptors("EssentialProperty", SCHEME),
        set.descriptors("SupplementalProperty", SCHEME));
  }

  private static List<String> references(Element trick) {
    return List.of(trick.attribute("value").orElse("").strip().split("\\s+"));
  }
}
