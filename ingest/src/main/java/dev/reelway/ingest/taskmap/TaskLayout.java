package dev.reelway.ingest.taskmap;

import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.TextPlan;
import dev.reelway.contracts.work.TaskRef;
import java.util.List;

/**
 * What of a plan the map of its tasks needs; the plan itself is too large to be kept for many
 * titles.
 *
 * @param planHash identity of the plan
 * @param engineBuild whose results are meant
 * @param frameRate such as {@code 24000/1001}, empty without a picture
 * @param totalFrames of the title
 * @param firstFrames title frame that each chunk begins with
 * @param rungs of every chunk
 * @param audio track of each sound task
 * @param text track of each text task
 * @param tasks all of them in the plan's order
 */
public record TaskLayout(
    String planHash,
    String engineBuild,
    String frameRate,
    long totalFrames,
    List<Long> firstFrames,
    List<Rung> rungs,
    List<String> audio,
    List<String> text,
    List<TaskRef> tasks) {

  /** Defensive copies. */
  public TaskLayout {
    firstFrames = List.copyOf(firstFrames);
    rungs = List.copyOf(rungs);
    audio = List.copyOf(audio);
    text = List.copyOf(text);
    tasks = List.copyOf(tasks);
  }

  /**
   * A rung.
   *
   * @param track the CMAF track it becomes
   * @param name for people
   * @param trickPlay whether it is for fast forward
   */
  public record Rung(String track, String name, boolean trickPlay) {}

  static TaskLayout of(EncodePlan plan) {
    boolean pictures = !plan.chunks().isEmpty();
    return new TaskLayout(
        plan.planHash(),
        plan.engineBuild(),
        pictures ? plan.grid().rate().framesPerSecond().toString() : "",
        pictures ? plan.chunks().get(plan.chunks().size() - 1).endFrame() : 0,
        plan.chunks().stream().map(ChunkPlan::firstFrame).toList(),
        plan.encodedRungs().stream()
            .map(rung -> new Rung(rung.track(), rung.name(), rung.isTrickPlay()))
            .toList(),
        plan.audio().stream().map(AudioPlan::track).toList(),
        plan.text().stream().map(TextPlan::track).toList(),
        plan.tasks().toList());
  }

  /** The tracks that a task makes, in the order of its numbers. */
  List<String> tracks(TaskRef task) {
    return switch (task.kind()) {
      case VIDEO_CHUNK -> rungs.stream().map(Rung::track).toList();
      case AUDIO_TRACK -> List.of(audio.get(task.number()));
      case TEXT_TRACK -> List.of(text.get(task.number()));
    };
  }
}
