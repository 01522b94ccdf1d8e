package dev.reelway.contracts.work;

/**
 * Names a task of a title.
 *
 * @param kind what it encodes
 * @param number from 0: the chunk's number, or the position of the plan's sound or text track
 */
public record TaskRef(TaskKind kind, int number) {

  /** The task for people: {@code chunk 12}. */
  public String words() {
    return switch (kind) {
          case VIDEO_CHUNK -> "chunk ";
          case AUDIO_TRACK -> "sound track ";
          case TEXT_TRACK -> "text track ";
        }
        + number;
  }

  /** The task of a picture chunk. */
  public static TaskRef chunk(int number) {
    return new TaskRef(TaskKind.VIDEO_CHUNK, number);
  }

  /** The task of a sound track. */
  public static TaskRef audio(int number) {
    return new TaskRef(TaskKind.AUDIO_TRACK, number);
  }

  /** The task of a text track. */
  public static TaskRef text(int number) {
    return new TaskRef(TaskKind.TEXT_TRACK, number);
  }
}
