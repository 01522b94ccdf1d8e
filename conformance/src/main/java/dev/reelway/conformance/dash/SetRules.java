package dev.reelway.conformance.dash;

import dev.reelway.conformance.manifest.LanguageTag;
import dev.reelway.contracts.time.Rational;
import java.util.List;
import java.util.Optional;

/** What an AdaptationSet says of its Representations. */
final class SetRules implements DashRules {
  private static final List<String> MAXIMA = List.of("Width", "Height", "FrameRate");

  @Override
  public void check(DashPackage title) {
    for (Element set : title.mpd().sets()) {
      language(title, set);
      MAXIMA.forEach(name -> maximum(title, set, name));
      bandwidth(title, set);
      timescale(title, set);
    }
  }

  private static void language(DashPackage title, Element set) {
    Optional<String> lang = set.attribute("lang");
    if (lang.filter(tag -> !LanguageTag.isValid(tag)).isPresent()) {
      title
          .faults()
          .add(DashRule.DASH_LANGUAGE, set.line(), "a language tag of BCP 47", lang.get());
    }
  }

  private static void maximum(DashPackage title, Element set, String name) {
    String attribute = Character.toLowerCase(name.charAt(0)) + name.substring(1);
    compare(title, set, "max" + name, attribute);
  }

  private static void bandwidth(DashPackage title, Element set) {
    compare(title, set, "maxBandwidth", "bandwidth");
  }

  private static void compare(DashPackage title, Element set, String maximum, String attribute) {
    Optional<Rational> most = set.attribute(maximum).flatMap(Fractions::parse);
    if (most.isEmpty()) {
      return;
    }
    for (Element representation : set.all("Representation").toList()) {
      Optional<Rational> value = representation.attribute(attribute).flatMap(Fractions::parse);
      if (value.filter(found -> found.compareTo(most.get()) > 0).isPresent()) {
        title
            .faults()
            .add(
                DashRule.DASH_MAXIMA,
                representation.line(),
                "@" + attribute + " of at most " + most.get(),
                value.get().toString());
      }
    }
  }

  private static void timescale(DashPackage title, Element set) {
    List<MpdTrack> tracks = title.mpd().of(set);
    for (MpdTrack track : tracks) {
      if (track.timescale() != tracks.get(0).timescale()) {
        title
            .faults()
            .add(
                DashRule.DASH_TIMESCALE,
                track.line(),
                "a timescale of " + tracks.get(0).timescale(),
                String.valueOf(track.timescale()));
      }
    }
  }
}
