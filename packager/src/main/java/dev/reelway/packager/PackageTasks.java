package dev.reelway.packager;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.work.EncodedChunk;
import dev.reelway.contracts.work.PackagedTask;
import dev.reelway.contracts.work.SegmentEntry;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.telemetry.EffortMeter;
import dev.reelway.platform.work.TaskHandler;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * What a packager does with tasks: makes segments of what a worker encoded, and leaves a document
 * with all that the manifests need of them.
 *
 * @param documents where results of workers lie and its own are put
 */
public record PackageTasks(Documents documents) implements TaskHandler {

  @Override
  public TaskOutcome run(Task task, LongConsumer progress) {
    EffortMeter effort = EffortMeter.start();
    TaskId id = task.id();
    TaskRef of = id.task().orElseThrow();
    String encoded = StorageLayout.encodedKey(id.titleId(), id.version(), task.engineBuild(), of);
    EncodedChunk chunk =
        documents
            .find(encoded, EncodedChunk.class)
            .orElseThrow(
                () ->
                    new ReelwayException(
                        FailureKind.CHUNK_INVALID,
                        "The result '" + encoded + "' is gone; it is encoded again."));
    PackagedChunk made =
        new Packager(documents.store(), StorageLayout.ofTitle(id.titleId())).packageChunk(chunk);
    PackagedTask packaged =
        PackagedTask.of(chunk, made.tracks(), made.brokenRules(), effort.stop());
    documents.put(
        StorageLayout.packagedKey(id.titleId(), id.version(), task.engineBuild(), of), packaged);
    List<SegmentEntry> all =
        packaged.segments().stream().flatMap(part -> part.segments().stream()).toList();
    return new TaskOutcome.Packaged(
        all.size(), all.stream().mapToLong(SegmentEntry::sizeBytes).sum());
  }
}
