package dev.reelway.ingest.plan;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.PosterPlan;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.TextPlan;
import dev.reelway.contracts.plan.ThumbnailPlan;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides everything about a title before CPU is spent. Pure: never depends on the machine, the
 * number of workers or the day, so that a one-off encode and a fleet make the same title.
 */
public final class Planner {

  private Planner() {}

  /**
   * Makes the plan.
   *
   * @param engineBuild identity of the FFmpeg and encoder build that every task must use
   * @param tolerateDamage whether damaged stretches are bridged instead of refused
   * @throws ReelwayException {@code LADDER_INVALID} if a rung is beyond every codec level
   */
  public static EncodePlan plan(
      Inspection inspection, Profile profile, String engineBuild, boolean tolerateDamage) {
    return plan(inspection, profile, engineBuild, tolerateDamage, Optional.empty());
  }

  /**
   * As above.
   *
   * @param posterSeconds instant of the title whose picture is the poster, absent to choose by rule
   */
  public static EncodePlan plan(
      Inspection inspection,
      Profile profile,
      String engineBuild,
      boolean tolerateDamage,
      Optional<Rational> posterSeconds) {
    List<RungPlan> rungs =
        inspection
            .video()
            .map(v -> new RungPlanner(v, profile.interlaced()).plan(profile))
            .orElse(List.of());
    SegmentGrid grid =
        inspection
            .video()
            .map(v -> GridPlanner.ofPicture(v, rungs, profile))
            .orElseGet(() -> GridPlanner.ofSound(inspection, profile));
    List<ChunkPlan> chunks = rungs.isEmpty() ? List.of() : ChunkPlanner.plan(grid);
    AudioPlanner sound = new AudioPlanner(inspection, profile, grid);
    List<AudioPlan> audio = sound.plan();
    TrackIds ids = new TrackIds(engineBuild, tolerateDamage, inspection, grid, chunks);
    List<RungPlan> namedRungs = rungs.stream().map(ids::name).toList();
    List<AudioPlan> namedAudio = audio.stream().map(ids::name).toList();
    List<TextPlan> namedText =
        TextPlanner.plan(inspection, profile.text()).stream().map(ids::name).toList();
    Optional<RungPlan> trickPlay =
        profile.scrubbing().trickPlay()
            ? TrickPlayPlanner.plan(rungs, grid).map(ids::name)
            : Optional.empty();
    Optional<ThumbnailPlan> thumbnails =
        inspection
            .video()
            .filter(v -> profile.scrubbing().thumbnails())
            .map(v -> ids.name(ThumbnailPlanner.plan(v, grid)));
    Optional<PosterPlan> poster =
        inspection
            .video()
            .filter(v -> profile.scrubbing().thumbnails())
            .map(v -> ids.name(PosterPlanner.plan(v, grid, chunks, posterSeconds)));
    List<Finding> warnings = new ArrayList<>(PlanFindings.of(inspection, profile, namedRungs));
    warnings.addAll(sound.findings(audio));
    EncodePlan plan =
        new EncodePlan(
            EncodePlan.SCHEMA,
            "",
            engineBuild,
            tolerateDamage,
            inspection,
            grid,
            namedRungs,
            namedAudio,
            namedText,
            trickPlay,
            thumbnails,
            poster,
            chunks,
            new CostModel(
                    inspection, namedRungs, namedAudio, namedText.size(), trickPlay, thumbnails)
                .predict(chunks, grid.segmentCount()),
            warnings);
    return plan.withHash(PlanHash.of(plan));
  }
}
