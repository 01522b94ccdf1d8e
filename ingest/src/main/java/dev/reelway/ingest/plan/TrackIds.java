package dev.reelway.ingest.plan;

import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.Identity;
import dev.reelway.contracts.plan.PosterPlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.TextPlan;
import dev.reelway.contracts.plan.ThumbnailPlan;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.contracts.work.ContentHash;
import java.util.List;
import java.util.Locale;

/**
 * Names tracks by everything that changes a byte of them, so that versions of a title share what
 * stays the same: {@code video-720p-3f2a9c0d11e4}.
 *
 * @param engineBuild the encoder build
 * @param tolerateDamage whether damage is bridged
 * @param inspection what the plan is made from
 * @param grid where segments start
 * @param chunks where encoders start afresh, which shows in the bytes
 */
record TrackIds(
    String engineBuild,
    boolean tolerateDamage,
    Inspection inspection,
    SegmentGrid grid,
    List<ChunkPlan> chunks) {

  private static final int HASH_DIGITS = 12;

  RungPlan name(RungPlan rung) {
    String id = id("video", rung.name(), source(), Identity.of(rung), Identity.ofChunks(chunks));
    return rung.withTrack(id);
  }

  AudioPlan name(AudioPlan audio) {
    return audio.named(
        id(
            "audio",
            audio.language(),
            inspection.file(audio.file()).sha256(),
            Identity.of(inspection.clock()),
            Identity.of(audio)));
  }

  TextPlan name(TextPlan text) {
    return text.named(
        id(
            "text",
            text.language(),
            inspection.file(text.file()).sha256(),
            Identity.of(inspection.clockOf(text.file())),
            Identity.of(text)));
  }

  ThumbnailPlan name(ThumbnailPlan images) {
    String size = images.width() + "x" + images.height();
    return images.withTrack(id("thumbnails", size, source(), Identity.of(images)));
  }

  PosterPlan name(PosterPlan poster) {
    String size = poster.width() + "x" + poster.height();
    return poster.withTrack(
        id("poster", size, source(), Identity.of(poster), Identity.ofChunks(chunks)));
  }

  private String source() {
    VideoStream video = inspection.video().orElseThrow();
    return ContentHash.ofParts(
        inspection.master().sha256(),
        Identity.of(inspection.clock()),
        Identity.of(video),
        Identity.of(video.frameMap()));
  }

  private String id(String kind, String name, Object... parts) {
    String hash =
        ContentHash.ofParts(
            kind, engineBuild, tolerateDamage, Identity.of(grid), ContentHash.ofParts(parts));
    String safe = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return kind + "-" + safe + "-" + hash.substring(0, HASH_DIGITS);
  }
}
