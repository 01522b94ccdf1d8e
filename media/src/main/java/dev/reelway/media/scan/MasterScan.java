package dev.reelway.media.scan;

import dev.reelway.contracts.master.ClockMap;
import java.util.List;
import java.util.OptionalLong;

/**
 * What FFmpeg sees in a master, without judgement.
 *
 * @param container FFmpeg's name of the container format, such as {@code mov,mp4,m4a,3gp,3g2,mj2}
 * @param clock how the container's clock was made even; all times of the streams are on the even
 *     one
 * @param streams all streams in container order
 * @param programs which streams belong together, by their numbers, where a container says so
 * @param cutAtByte for a file that is shorter than its own structure says: where it ends
 */
public record MasterScan(
    String container,
    ClockMap clock,
    List<StreamScan> streams,
    List<List<Integer>> programs,
    OptionalLong cutAtByte) {

  /** Defensive copies. */
  public MasterScan {
    streams = List.copyOf(streams);
    programs = programs.stream().map(List::copyOf).toList();
  }

  /** A master without programs. */
  public MasterScan(
      String container, ClockMap clock, List<StreamScan> streams, OptionalLong cutAtByte) {
    this(container, clock, streams, List.of(), cutAtByte);
  }

  /** Whether two streams belong to different programs, such as channels of one multiplex. */
  public boolean apart(int stream, int other) {
    boolean both = programOf(stream) && programOf(other);
    return both && programs.stream().noneMatch(p -> p.contains(stream) && p.contains(other));
  }

  private boolean programOf(int stream) {
    return programs.stream().anyMatch(program -> program.contains(stream));
  }
}
