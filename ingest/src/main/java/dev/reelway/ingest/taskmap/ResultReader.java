package dev.reelway.ingest.taskmap;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.work.PackagedTask;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds and reads what tasks left in storage; several documents at a time. */
final class ResultReader implements AutoCloseable {

  private static final int AT_A_TIME = 8;
  private static final int BATCH = 64;

  private final Documents documents;
  private final ExecutorService readers =
      Executors.newFixedThreadPool(
          AT_A_TIME,
          task -> {
            Thread thread = new Thread(task, "task-results");
            thread.setDaemon(true);
            return thread;
          });

  ResultReader(ObjectStore store) {
    this.documents = new Documents(store);
  }

  /**
   * The tasks whose documents lie under the keys that {@code key} makes, all below {@code prefix}.
   */
  Set<TaskRef> there(String prefix, List<TaskRef> tasks, Function<TaskRef, String> key) {
    Set<String> keys =
        documents.store().list(prefix).stream().map(ListedObject::key).collect(Collectors.toSet());
    return keys.isEmpty()
        ? Set.of()
        : tasks.stream()
            .filter(task -> keys.contains(key.apply(task)))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Reads results until all are read or {@code limit} is over; a document that is gone is left out.
   */
  Map<TaskRef, TaskResult> read(
      String titleId, int version, TaskLayout layout, List<TaskRef> tasks, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    Map<TaskRef, TaskResult> results = new HashMap<>();
    for (int at = 0; at < tasks.size() && System.nanoTime() - end < 0; at += BATCH) {
      List<TaskRef> batch = tasks.subList(at, Math.min(tasks.size(), at + BATCH));
      List<Future<Optional<TaskResult>>> reads = new ArrayList<>();
      for (TaskRef task : batch) {
        String key = StorageLayout.packagedKey(titleId, version, layout.engineBuild(), task);
        reads.add(readers.submit(() -> read(key, layout.tracks(task))));
      }
      for (int i = 0; i < batch.size(); i++) {
        TaskRef task = batch.get(i);
        result(reads.get(i)).ifPresent(result -> results.put(task, result));
      }
    }
    return results;
  }

  private Optional<TaskResult> read(String key, List<String> tracks) {
    return documents.find(key, PackagedTask.class).map(task -> TaskResult.of(task, tracks));
  }

  private static Optional<TaskResult> result(Future<Optional<TaskResult>> read) {
    try {
      return read.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ReelwayException known) {
        throw known;
      }
      throw new ReelwayException(FailureKind.INVARIANT_BROKEN, "A result cannot be read.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE, "The server stops while results are read.", e);
    }
  }

  @Override
  public void close() {
    readers.shutdownNow();
  }
}
