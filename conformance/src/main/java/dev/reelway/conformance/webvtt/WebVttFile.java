package dev.reelway.conformance.webvtt;

import java.util.List;
import java.util.Optional;

/**
 * What a WebVTT file says.
 *
 * @param hasHeader whether it starts with WEBVTT and is UTF-8
 * @param map its X-TIMESTAMP-MAP; empty without, or when it cannot be read
 * @param hasMap whether there is an X-TIMESTAMP-MAP at all
 * @param cues in file order
 * @param faults of cues and blocks
 */
public record WebVttFile(
    boolean hasHeader,
    Optional<TimestampMap> map,
    boolean hasMap,
    List<Cue> cues,
    List<Fault> faults) {

  /**
   * What is wrong.
   *
   * @param line counted from 1
   * @param expected what should stand there
   * @param found what stands there
   */
  public record Fault(int line, String expected, String found) {}

  /** Copies the lists. */
  public WebVttFile {
    cues = List.copyOf(cues);
    faults = List.copyOf(faults);
  }
}
