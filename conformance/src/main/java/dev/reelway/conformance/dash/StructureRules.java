package dev.reelway.conformance.dash;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ids, profiles, and that there is something to play. */
final class StructureRules implements DashRules {
  private static final String ON_DEMAND = "urn:mpeg:dash:profile:isoff-on-demand:2011";
  private static final String LIVE = "urn:mpeg:dash:profile:isoff-live:2011";

  @Override
  public void check(DashPackage title) {
    Element root = title.mpd().root();
    root.all("Period").forEach(period -> ids(title, period));
    boolean empty = title.mpd().tracks().stream().allMatch(track -> track.times().isEmpty());
    if (empty) {
      title
          .faults()
          .add(DashRule.DASH_EMPTY, root.line(), "a Representation with segments", "none");
    }
    title.mpd().tracks().stream()
        .filter(track -> track.times().isEmpty() && !empty)
        .forEach(
            track ->
                title
                    .faults()
                    .add(
                        DashRule.DASH_ADDRESSING,
                        track.line(),
                        "segments of " + track.id(),
                        "none"));
    profiles(title, List.of(root.attribute("profiles").orElse("").split("\\s*,\\s*")));
  }

  private static void ids(DashPackage title, Element period) {
    Set<String> sets = new HashSet<>();
    Set<String> representations = new HashSet<>();
    for (Element set : period.all("AdaptationSet").toList()) {
      unique(title, set, sets);
      set.all("Representation").forEach(inner -> unique(title, inner, representations));
    }
  }

  private static void unique(DashPackage title, Element element, Set<String> seen) {
    String id = element.attribute("id").orElse("");
    if (!id.isEmpty() && !seen.add(id)) {
      title
          .faults()
          .add(
              DashRule.DASH_ID,
              element.line(),
              "an id of its own on " + element.name(),
              id + " again");
    }
  }

  /** Only-on-demand wants one indexed file for each track, only-live wants templates. */
  private static void profiles(DashPackage title, List<String> profiles) {
    boolean onDemand = profiles.contains(ON_DEMAND) && !profiles.contains(LIVE);
    boolean live = profiles.contains(LIVE) && !profiles.contains(ON_DEMAND);
    for (MpdTrack track : title.mpd().tracks()) {
      boolean template =
          Inherited.of("SegmentTemplate", track.representation(), track.set(), track.period())
              .isPresent();
      if ((onDemand && template) || (live && !template && track.track().kind().isCmaf())) {
        title
            .faults()
            .add(
                DashRule.DASH_PROFILE,
                track.line(),
                onDemand
                    ? "no SegmentTemplate in isoff-on-demand"
                    : "SegmentTemplate in isoff-live",
                track.id());
      }
    }
  }
}
