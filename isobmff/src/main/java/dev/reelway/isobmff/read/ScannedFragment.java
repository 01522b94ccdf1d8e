package dev.reelway.isobmff.read;

import dev.reelway.isobmff.Sample;
import java.util.List;

/**
 * A fragment found in a file: {@code moof} and the {@code mdat} behind it.
 *
 * @param offset first byte of {@code moof} in the file
 * @param headBytes bytes of {@code moof} and of the header of {@code mdat}
 * @param sequenceNumber as {@code mfhd} says
 * @param baseDecodeTimeTicks decode time of the first sample
 * @param samples in decode order; their bytes fill the {@code mdat} without gaps
 */
public record ScannedFragment(
    long offset,
    int headBytes,
    long sequenceNumber,
    long baseDecodeTimeTicks,
    List<Sample> samples) {

  /** Copies the list. */
  public ScannedFragment {
    samples = List.copyOf(samples);
  }

  /** Returns bytes from the first of {@code moof} to the last of {@code mdat}. */
  public long sizeBytes() {
    return headBytes + samples.stream().mapToLong(Sample::sizeBytes).sum();
  }

  /** Returns the first byte behind {@code mdat}. */
  public long end() {
    return offset + sizeBytes();
  }

  /** Returns where the first sample's bytes start in the file. */
  public long payloadOffset() {
    return offset + headBytes;
  }

  /** Returns the sum of all decode durations. */
  public long durationTicks() {
    return samples.stream().mapToLong(Sample::durationTicks).sum();
  }

  /** Returns the smallest presentation time, on the media timeline (edit list not applied). */
  public long earliestPresentationTicks() {
    long decode = baseDecodeTimeTicks;
    long earliest = Long.MAX_VALUE;
    for (Sample sample : samples) {
      earliest = Math.min(earliest, decode + sample.compositionOffsetTicks());
      decode += sample.durationTicks();
    }
    return earliest;
  }

  /** Whether decoding can start with the first sample. */
  public boolean startsWithSync() {
    return samples.get(0).sync();
  }
}
