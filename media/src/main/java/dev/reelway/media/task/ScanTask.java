package dev.reelway.media.task;

import java.util.List;
import java.util.OptionalLong;

/**
 * Reads a master's structure and the time stamps of all its packets.
 *
 * @param payloads byte ranges that hold nothing but sample data and are answered with zeros, so
 *     that an MP4 of any size is scanned by reading kilobytes; empty for other containers
 * @param cutAtByte passed through to the result
 */
public record ScanTask(List<Payload> payloads, OptionalLong cutAtByte) implements MediaTask {

  /**
   * A range of sample data.
   *
   * @param from first byte
   * @param to byte after the last
   */
  public record Payload(long from, long to) {}

  /** Defensive copy. */
  public ScanTask {
    payloads = List.copyOf(payloads);
  }
}
