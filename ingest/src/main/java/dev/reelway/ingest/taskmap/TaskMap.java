package dev.reelway.ingest.taskmap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;

/**
 * The tasks of a submission, all or those that changed.
 *
 * @param version the submission
 * @param full whether all tasks are here
 * @param complete whether all results that lie in storage have been read
 * @param next names this state of the map
 * @param frameRate such as {@code 25}, empty without a picture
 * @param totalFrames of the title
 * @param firstFrames title frame that each chunk begins with, in full maps
 * @param rungs of every chunk
 * @param audio track of each sound task
 * @param text track of each text task
 * @param workers that cells point to
 * @param tasks in the plan's order
 */
public record TaskMap(
    int version,
    boolean full,
    boolean complete,
    String next,
    String frameRate,
    long totalFrames,
    @JsonInclude(Include.NON_EMPTY) List<Long> firstFrames,
    List<TaskLayout.Rung> rungs,
    List<String> audio,
    List<String> text,
    List<String> workers,
    List<TaskCell> tasks) {

  /** Defensive copies. */
  public TaskMap {
    firstFrames = List.copyOf(firstFrames);
    rungs = List.copyOf(rungs);
    audio = List.copyOf(audio);
    text = List.copyOf(text);
    workers = List.copyOf(workers);
    tasks = List.copyOf(tasks);
  }

  /** Of a title that is not planned. */
  static TaskMap empty(int version) {
    return new TaskMap(
        version,
        true,
        true,
        version + "-unplanned",
        "",
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
