package dev.reelway.ingest.plan;

import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.Identity;
import dev.reelway.contracts.plan.PosterPlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.TextPlan;
import dev.reelway.contracts.plan.ThumbnailPlan;
import dev.reelway.contracts.work.ContentHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Identity of all decisions of a plan: the tracks with their settings and what manifests say about
 * them. Predictions and findings are no decisions; a better cost model does not change the hash.
 */
final class PlanHash {

  private PlanHash() {}

  static String of(
      TrackIds source,
      List<RungPlan> rungs,
      List<AudioPlan> audio,
      List<TextPlan> text,
      Optional<RungPlan> trickPlay,
      Optional<ThumbnailPlan> thumbnails,
      Optional<PosterPlan> poster) {
    List<Object> parts = new ArrayList<>();
    parts.add(EncodePlan.SCHEMA);
    parts.add(source.engineBuild());
    parts.add(source.tolerateDamage());
    parts.add(source.inspection().master().sha256());
    parts.add(source.inspection().durationSeconds());
    parts.add(source.inspection().originSeconds());
    parts.add(Identity.of(source.grid()));
    parts.add(Identity.ofChunks(source.chunks()));
    for (RungPlan rung : rungs) {
      parts.addAll(List.of(rung.track(), rung.name(), Identity.of(rung)));
    }
    for (AudioPlan track : audio) {
      parts.addAll(
          List.of(
              track.track(), track.name(), track.role(), track.isDefault(), Identity.of(track)));
    }
    for (TextPlan track : text) {
      parts.addAll(
          List.of(
              track.track(), track.name(), track.role(), track.isDefault(), Identity.of(track)));
    }
    trickPlay.ifPresent(rung -> parts.addAll(List.of(rung.track(), Identity.of(rung))));
    thumbnails.ifPresent(images -> parts.addAll(List.of(images.track(), Identity.of(images))));
    poster.ifPresent(one -> parts.addAll(List.of(one.track(), Identity.of(one))));
    return ContentHash.ofParts(parts.toArray());
  }
}
