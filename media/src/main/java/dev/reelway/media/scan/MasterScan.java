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
 * @param cutAtByte for a file that is shorter than its own structure says: where it ends
 */
public record MasterScan(
    String container, ClockMap clock, List<StreamScan> streams, OptionalLong cutAtByte) {

  /** Defensive copy. */
  public MasterScan {
    streams = List.copyOf(streams);
  }
}
