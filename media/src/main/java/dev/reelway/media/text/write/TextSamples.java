package dev.reelway.media.text.write;

import dev.reelway.isobmff.Sample;
import java.util.List;

/**
 * What a segment of text is stored as.
 *
 * @param samples durations in milliseconds and sizes; every one is a sync sample
 * @param payload bytes of each sample
 */
record TextSamples(List<Sample> samples, List<byte[]> payload) {

  /** Defensive copies. */
  TextSamples {
    samples = List.copyOf(samples);
    payload = List.copyOf(payload);
  }
}
