package dev.reelway.transcode;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.master.SourceFiles;
import dev.reelway.contracts.plan.ChunkKeys;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.work.EncodedChunk;
import dev.reelway.contracts.work.EncodedTrackPart;
import dev.reelway.contracts.work.TaskKind;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.media.MediaEngine;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.storage.PlanDocuments;
import dev.reelway.platform.work.TaskHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;

/**
 * What a transcode worker does with tasks: encodes a chunk or a sound track, and leaves a document
 * that says where the parts lie.
 */
public final class EncodeTasks implements TaskHandler {

  private final Documents documents;
  private final PlanDocuments plans;
  private final PublishedByTitle published;
  private final Function<TitleRequest, SourceFiles> files;
  private final IntFunction<MediaEngine> engines;
  private final Path scratch;
  private final boolean sampleQuality;
  private final BiConsumer<Duration, Duration> encoded;

  /**
   * A handler.
   *
   * @param documents where requests and plans lie and results are put
   * @param files opens the files of a request
   * @param engines the engine for a memory class: 0 for the usual one, higher for more memory
   * @param scratch where running tasks keep their files
   * @param sampleQuality whether a few frames of each rung are scored
   * @param encoded is told of each task that was not just found: its playing time and its wall time
   */
  public EncodeTasks(
      Documents documents,
      Function<TitleRequest, SourceFiles> files,
      IntFunction<MediaEngine> engines,
      Path scratch,
      boolean sampleQuality,
      BiConsumer<Duration, Duration> encoded) {
    this.documents = documents;
    this.plans = new PlanDocuments(documents);
    this.published = new PublishedByTitle(documents.store());
    this.files = files;
    this.engines = engines;
    this.scratch = scratch;
    this.sampleQuality = sampleQuality;
    this.encoded = encoded;
  }

  @Override
  public TaskOutcome run(Task task, LongConsumer progress) throws InterruptedException {
    TaskId id = task.id();
    long start = System.nanoTime();
    EncodePlan plan = plans.of(task);
    EncodedChunk chunk = encode(task, plan, progress);
    documents.put(
        StorageLayout.encodedKey(
            id.titleId(), id.version(), task.engineBuild(), id.task().orElseThrow()),
        chunk);
    if (chunk.foundCount() < chunk.trackCount()) {
      encoded.accept(
          media(plan, id.task().orElseThrow()), Duration.ofNanos(System.nanoTime() - start));
    }
    return new TaskOutcome.Encoded(
        chunk.trackCount(),
        chunk.foundCount(),
        chunk.parts().stream().mapToLong(EncodedTrackPart::sizeBytes).sum(),
        (System.nanoTime() - start) / 1e9);
  }

  /** How long what a task encodes plays. */
  private static Duration media(EncodePlan plan, TaskRef task) {
    double seconds = plan.grid().duration().seconds().toDouble();
    if (task.kind() == TaskKind.VIDEO_CHUNK) {
      long frames = plan.chunks().get(task.number()).frameCount();
      seconds *= (double) frames / plan.grid().frameCount();
    }
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private EncodedChunk encode(Task task, EncodePlan plan, LongConsumer progress)
      throws InterruptedException {
    TaskRef of = task.id().task().orElseThrow();
    Transcoder transcoder =
        new Transcoder(
            engines.apply(task.memoryClass()),
            documents.store(),
            StorageLayout.ofTitle(task.id().titleId()),
            scratch,
            sampleQuality);
    Map<String, String> keys = ChunkKeys.of(plan, of);
    if (task.fresh()) {
      transcoder.forget(keys.values());
      return encode(transcoder, task, plan, keys, progress);
    }
    return published
        .of(task, plan)
        .complete(plan, of, keys.keySet(), rest -> encode(transcoder, task, rest, keys, progress));
  }

  private EncodedChunk encode(
      Transcoder transcoder,
      Task task,
      EncodePlan plan,
      Map<String, String> keys,
      LongConsumer progress)
      throws InterruptedException {
    TaskRef of = task.id().task().orElseThrow();
    TitleRequest request =
        documents.read(
            StorageLayout.requestKey(task.id().titleId(), task.requestId()), TitleRequest.class);
    try (SourceFiles sources = files.apply(request)) {
      return transcoder.encode(plan, of, keys, sources, progress);
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE,
          "The master " + request.master() + " cannot be read: " + e.getMessage() + ".",
          e);
    }
  }
}
