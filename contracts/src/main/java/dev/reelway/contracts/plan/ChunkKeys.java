package dev.reelway.contracts.plan;

import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.contracts.work.ContentHash;
import dev.reelway.contracts.work.TaskKind;
import dev.reelway.contracts.work.TaskRef;
import java.util.HashMap;
import java.util.Map;

/**
 * Content keys of work objects: 64 hex digits over everything that decides their bytes, and nothing
 * of the title. Two titles with the same master, or the same task run twice, share the object.
 */
public final class ChunkKeys {

  private ChunkKeys() {}

  /** The key of {@code chunk} on {@code rung}. */
  public static String ofRung(EncodePlan plan, ChunkPlan chunk, RungPlan rung) {
    return ofPicture("rung-chunk", plan, chunk, Identity.of(rung));
  }

  /** The key of the thumbnails of {@code chunk}. */
  public static String ofThumbnails(EncodePlan plan, ChunkPlan chunk, ThumbnailPlan thumbnails) {
    return ofPicture(
        "thumbnails-chunk",
        plan,
        chunk,
        ContentHash.ofParts(Identity.of(thumbnails), plan.grid().frameCount()));
  }

  /** The key of the picture that {@code chunk} gives for the poster. */
  public static String ofPoster(EncodePlan plan, ChunkPlan chunk, PosterPlan poster) {
    return ofPicture("poster-chunk", plan, chunk, Identity.of(poster));
  }

  private static String ofPicture(String kind, EncodePlan plan, ChunkPlan chunk, String identity) {
    SegmentGrid grid = plan.grid();
    VideoStream video = plan.inspection().video().orElseThrow();
    return ContentHash.ofParts(
        kind,
        plan.engineBuild(),
        plan.tolerateDamage(),
        plan.inspection().master().sha256(),
        Identity.of(plan.inspection().clock()),
        Identity.of(video),
        grid.rate(),
        grid.gopFrames(),
        grid.segmentFrames(),
        chunk.firstFrame(),
        chunk.frameCount(),
        chunk.firstSegment(),
        chunk.segmentCount(),
        Identity.of(sourceFrames(video.frameMap(), chunk, grid.rate())),
        identity);
  }

  /** The key of a whole sound track. */
  public static String ofAudio(EncodePlan plan, AudioPlan audio) {
    Inspection inspection = plan.inspection();
    return ContentHash.ofParts(
        "audio-track",
        plan.engineBuild(),
        plan.tolerateDamage(),
        inspection.file(audio.file()).sha256(),
        Identity.of(inspection.clock()),
        Identity.of(plan.grid()),
        Identity.of(audio));
  }

  /** The key of a whole text track. */
  public static String ofText(EncodePlan plan, TextPlan text) {
    return ContentHash.ofParts(
        "text-track",
        plan.engineBuild(),
        plan.tolerateDamage(),
        plan.inspection().file(text.file()).sha256(),
        Identity.of(plan.inspection().clockOf(text.file())),
        Identity.of(plan.grid()),
        Identity.of(text));
  }

  /** The keys of all parts of a task, by track. */
  public static Map<String, String> of(EncodePlan plan, TaskRef task) {
    if (task.kind() == TaskKind.AUDIO_TRACK) {
      AudioPlan audio = plan.audio().get(task.number());
      return Map.of(audio.track(), ofAudio(plan, audio));
    }
    if (task.kind() == TaskKind.TEXT_TRACK) {
      TextPlan text = plan.text().get(task.number());
      return Map.of(text.track(), ofText(plan, text));
    }
    ChunkPlan chunk = plan.chunks().get(task.number());
    return ofChunk(plan, chunk);
  }

  /** The keys of all parts of a chunk, by track. */
  public static Map<String, String> ofChunk(EncodePlan plan, ChunkPlan chunk) {
    Map<String, String> keys = new HashMap<>();
    plan.encodedRungs().forEach(rung -> keys.put(rung.track(), ofRung(plan, chunk, rung)));
    plan.thumbnails()
        .ifPresent(images -> keys.put(images.track(), ofThumbnails(plan, chunk, images)));
    plan.poster()
        .filter(poster -> poster.isMadeBy(chunk))
        .ifPresent(poster -> keys.put(poster.track(), ofPoster(plan, chunk, poster)));
    return keys;
  }

  // Encoders look beyond a chunk's end, so the frames that follow belong to the key, too.
  private static TickRuns sourceFrames(TickRuns frameMap, ChunkPlan chunk, FrameRate rate) {
    return frameMap.slice(
        Math.toIntExact(chunk.firstFrame()),
        Math.toIntExact(chunk.lookaheadEnd(rate, frameMap.size())));
  }
}
