package dev.reelway.contracts.work;

/**
 * Names a task of a title.
 *
 * @param kind what it encodes
 * @param number from 0: the chunk's number, or the position of the plan's sound track
 */
public record TaskRef(TaskKind kind, int number) {

  /** The task of a picture chunk. */
  public static TaskRef chunk(int number) {
    return new TaskRef(TaskKind.VIDEO_CHUNK, number);
  }

  /** The task of a sound track. */
  public static TaskRef audio(int number) {
    return new TaskRef(TaskKind.AUDIO_TRACK, number);
  }
}
