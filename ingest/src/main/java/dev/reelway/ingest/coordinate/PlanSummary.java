package dev.reelway.ingest.coordinate;

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
 * @param textTracks how many text tracks
 */
public record PlanSummary(
    String planHash, String engineBuild, int videoChunks, int audioTracks, int textTracks) {

  /** Refuses a plan without work. */
  public PlanSummary {
    if (videoChunks < 0
        || audioTracks < 0
        || textTracks < 0
        || videoChunks + audioTracks + textTracks == 0) {
      throw new IllegalArgumentException(
          "a plan has at least one task: %d + %d + %d"
              .formatted(videoChunks, audioTracks, textTracks));
    }
  }

  /** How many tasks. */
  public int taskCount() {
    return videoChunks + audioTracks + textTracks;
  }

  /** Whole tracks first: they take longer than a chunk. */
  public Stream<TaskRef> tasks() {
    return IntStream.range(0, taskCount()).mapToObj(this::task);
  }

  /** The task at {@code position} of {@link #tasks}. */
  public TaskRef task(int position) {
    if (position < audioTracks) {
      return TaskRef.audio(position);
    }
    int afterSound = position - audioTracks;
    return afterSound < textTracks
        ? TaskRef.text(afterSound)
        : TaskRef.chunk(afterSound - textTracks);
  }

  boolean has(TaskRef task) {
    int count =
        switch (task.kind()) {
          case VIDEO_CHUNK -> videoChunks;
          case AUDIO_TRACK -> audioTracks;
          case TEXT_TRACK -> textTracks;
        };
    return task.number() >= 0 && task.number() < count;
  }

  /** Position of the task's bit: picture chunks, then sound tracks, then text tracks. */
  int index(TaskRef task) {
    return switch (task.kind()) {
      case VIDEO_CHUNK -> task.number();
      case AUDIO_TRACK -> videoChunks + task.number();
      case TEXT_TRACK -> videoChunks + audioTracks + task.number();
    };
  }
}
