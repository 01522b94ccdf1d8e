package dev.reelway.ingest.plan;

import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.Identity;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.TextPlan;
import dev.reelway.contracts.work.ContentHash;
import java.util.ArrayList;
import java.util.List;

/**
 * Identity of all decisions of a plan: the tracks with their settings and what manifests say about
 * them. Predictions and findings are no decisions; a better cost model does not change the hash.
 */
final class PlanHash {

  private PlanHash() {}

  static String of(EncodePlan plan) {
    List<Object> parts = new ArrayList<>();
    parts.add(EncodePlan.SCHEMA);
    parts.add(plan.engineBuild());
    parts.add(plan.tolerateDamage());
    parts.add(plan.inspection().master().sha256());
    parts.add(plan.inspection().durationSeconds());
    parts.add(plan.inspection().originSeconds());
    parts.add(Identity.of(plan.grid()));
    parts.add(Identity.ofChunks(plan.chunks()));
    for (RungPlan rung : plan.rungs()) {
      parts.addAll(List.of(rung.track(), rung.name(), Identity.of(rung)));
    }
    for (AudioPlan track : plan.audio()) {
      parts.addAll(
          List.of(
              track.track(), track.name(), track.role(), track.isDefault(), Identity.of(track)));
    }
    for (TextPlan track : plan.text()) {
      parts.addAll(
          List.of(
              track.track(), track.name(), track.role(), track.isDefault(), Identity.of(track)));
    }
    plan.trickPlay().ifPresent(rung -> parts.addAll(List.of(rung.track(), Identity.of(rung))));
    plan.thumbnails()
        .ifPresent(images -> parts.addAll(List.of(images.track(), Identity.of(images))));
    plan.poster().ifPresent(one -> parts.addAll(List.of(one.track(), Identity.of(one))));
    return ContentHash.ofParts(parts.toArray());
  }
}
