package dev.reelway.ingest;

import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.plan.ChunkKeys;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.PosterPlan;
import dev.reelway.contracts.plan.TextFormat;
import dev.reelway.contracts.plan.ThumbnailPlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.work.PackagedSegments;
import dev.reelway.contracts.work.PackagedTask;
import dev.reelway.contracts.work.TaskKind;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.storage.ListedObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a title's plan lies packaged in storage: a task counts if the packager left its document
 * and every object that this names is there with its size.
 */
final class FinishedTasks {

  private final Documents documents;
  private final TaskId id;
  private final EncodePlan plan;
  private final StorageLayout layout;
  private final Map<String, Map<String, Long>> sizes = new HashMap<>();
  private final Map<TaskRef, Optional<PackagedTask>> found = new HashMap<>();

  /**
   * Looks on demand.
   *
   * @param id any task of the title's version
   * @param plan whose results to look for
   */
  FinishedTasks(Documents documents, TaskId id, EncodePlan plan) {
    this.documents = documents;
    this.id = id;
    this.plan = plan;
    this.layout = StorageLayout.ofTitle(id.titleId());
  }

  boolean has(TaskRef task) {
    return found.computeIfAbsent(task, this::look).isPresent();
  }

  /** Leaves the document of a finished task where those who follow {@code engineBuild} look. */
  void handOn(TaskRef task, String engineBuild) {
    if (!engineBuild.equals(plan.engineBuild())) {
      documents.put(key(task, engineBuild), found.get(task).orElseThrow());
    }
  }

  private String key(TaskRef task, String engineBuild) {
    return StorageLayout.packagedKey(id.titleId(), id.version(), engineBuild, task);
  }

  private Optional<PackagedTask> look(TaskRef task) {
    return documents
        .find(key(task, plan.engineBuild()), PackagedTask.class)
        .filter(packaged -> hasAllTracks(task, packaged))
        .filter(packaged -> packaged.segments().stream().allMatch(part -> isThere(task, part)));
  }

  private boolean hasAllTracks(TaskRef task, PackagedTask packaged) {
    Set<String> tracks =
        packaged.segments().stream().map(PackagedSegments::track).collect(Collectors.toSet());
    return tracks.equals(ChunkKeys.of(plan, task).keySet());
  }

  private boolean isThere(TaskRef task, PackagedSegments part) {
    Map<String, Long> objects = sizes.computeIfAbsent(part.track(), this::list);
    boolean hasInit =
        isText(task) || isImages(part) || objects.containsKey(layout.initKey(part.track()));
    return hasInit
        && part.segments().stream()
            .allMatch(
                segment ->
                    Long.valueOf(segment.sizeBytes())
                        .equals(objects.get(key(task, part, segment.number()))));
  }

  private String key(TaskRef task, PackagedSegments part, int number) {
    if (isText(task)) {
      return layout.textSegmentKey(part.track(), number);
    }
    return isImages(part)
        ? layout.tileKey(part.track(), number)
        : layout.segmentKey(part.track(), number);
  }

  private boolean isText(TaskRef task) {
    return task.kind() == TaskKind.TEXT_TRACK
        && plan.text().get(task.number()).format() == TextFormat.WEBVTT;
  }

  private boolean isImages(PackagedSegments part) {
    return Stream.concat(
            plan.thumbnails().stream().map(ThumbnailPlan::track),
            plan.poster().stream().map(PosterPlan::track))
        .anyMatch(part.track()::equals);
  }

  private Map<String, Long> list(String track) {
    return documents.store().list(layout.trackPrefix(track)).stream()
        .collect(Collectors.toMap(ListedObject::key, ListedObject::sizeBytes));
  }
}
