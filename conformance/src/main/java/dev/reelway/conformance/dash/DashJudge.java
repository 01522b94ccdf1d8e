package dev.reelway.conformance.dash;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.model.ManifestJudge;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.model.Renditions;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.rule.Findings;
import java.io.IOException;
import java.util.List;

/** Runs all rules over an MPD. */
record DashJudge(Place place, Mpd mpd, Renditions renditions) implements ManifestJudge {
  private static final List<DashRules> ALL =
      List.of(
          new StructureRules(),
          new SetRules(),
          new DurationRules(),
          new SegmentRules(),
          new AlignmentRules(),
          new SwitchingRules(),
          new BufferRules(),
          new MediaRules(),
          new PictureRules(),
          new RoleRules(),
          new ChannelRules(),
          new ColourRules(),
          new ThumbnailRules(),
          new TrickModeRules(),
          new ProtectionRules(),
          new HlsViewRules());

  @Override
  public void judge(Measurements measurements, Findings findings) throws IOException {
    Faults faults = new Faults(mpd.path(), findings);
    DashPackage title = new DashPackage(place, mpd, renditions, measurements, faults);
    for (DashRules rules : ALL) {
      try {
        rules.check(title);
      } catch (ArithmeticException e) {
        // An MPD may hold numbers that no exact fraction of 64 bits can hold.
        faults.add(
            DashRule.DASH_LIMIT, 0, "numbers of a real title", String.valueOf(e.getMessage()));
      }
    }
  }
}
