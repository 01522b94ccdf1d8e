package dev.reelway.ingest.coordinate;

import dev.reelway.contracts.work.TaskKind;
import dev.reelway.contracts.work.TaskRef;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the workflow must know of a plan; the plan itself lies in storage.
 *
 * @param planHash identity of the plan
 * @param engineBuild the build that every task of this version must use
 * @param videoChunks how many picture chunks
 * @param audioTracks how many sound tracks
 */
public record PlanSummary(String planHash, String engineBuild, int videoChunks, int audioTracks) {

  /** Refuses a plan without work. */
  public PlanSummary {
    if (videoChunks < 0 || audioTracks < 0 || videoChunks + audioTracks == 0) {
      throw new IllegalArgumentException(
          "a plan has at least one task: " + videoChunks + " + " + audioTracks);
    }
  }

  /** How many tasks. */
  public int taskCount() {
    return videoChunks + audioTracks;
  }

  /** Sound first: a whole track takes longer than a chunk. */
  public Stream<TaskRef> tasks() {
    return Stream.concat(
        IntStream.range(0, audioTracks).mapToObj(TaskRef::audio),
        IntStream.range(0, videoChunks).mapToObj(TaskRef::chunk));
  }

  /** The task at {@code position} of {@link #tasks}. */
  public TaskRef task(int position) {
    return position < audioTracks ? TaskRef.audio(position) : TaskRef.chunk(position - audioTracks);
  }

  boolean has(TaskRef task) {
    int count = task.kind() == TaskKind.VIDEO_CHUNK ? videoChunks : audioTracks;
    return task.number() >= 0 && task.number() < count;
  }

  /** Position of the task's bit: picture chunks, then sound tracks. */
  int index(TaskRef task) {
    return task.kind() == TaskKind.VIDEO_CHUNK ? task.number() : videoChunks + task.number();
  }
}
