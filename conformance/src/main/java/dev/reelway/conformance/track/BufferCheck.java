package dev.reelway.conformance.track;

import dev.reelway.conformance.bitstream.BitstreamRule;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.isobmff.Sample;
import dev.reelway.isobmff.box.BitRateBox;
import dev.reelway.isobmff.box.SampleEntry;
import java.util.Optional;

/**
 * Simulates the buffer of a decoder over the joined track: it fills at the highest rate that the
 * track tells and each picture is taken out at once when its time has come (ITU-T H.264 annex C).
 *
 * <pre>
 *   bits  | full ______              full __
 *         |           |      ____/        |   ___/      a picture that is larger than
 *         |           |____/              |__/          what is there comes too late
 *         +------------------------------------------ time
 * </pre>
 *
 * All in bits times the timescale, so that nothing is rounded.
 */
final class BufferCheck implements SegmentCheck {
  private static final long FINEST_TIMESCALE = 10_000_000;
  private static final long LONGEST_TICKS = 1L << 30;

  private final long timescale;
  private final long bitsPerSecond;
  private final long capacity;
  private final Findings findings;
  private long fullness;

  private BufferCheck(TrackHeader header, BitRateBox rate, Findings findings) {
    this.timescale = header.timescale();
    this.bitsPerSecond = rate.maxBitrate();
    this.capacity = rate.bufferSizeBytes() * 8 * timescale;
    this.findings = findings;
    this.fullness = capacity;
  }

  /** Empty when the track does not tell its highest rate and the size of its buffer. */
  static Optional<SegmentCheck> of(TrackHeader header, Findings findings) {
    return header
        .entry()
        .clear()
        .flatMap(BufferCheck::rate)
        .filter(rate -> rate.maxBitrate() > 0 && rate.bufferSizeBytes() > 0)
        .filter(rate -> header.timescale() <= FINEST_TIMESCALE) // else 64 bits are too few
        .map(rate -> new BufferCheck(header, rate, findings));
  }

  private static Optional<BitRateBox> rate(SampleEntry entry) {
    return entry.find(BitRateBox.class);
  }

  @Override
  public void see(ReadSegment segment) {
    long late = 0;
    long worst = 0;
    for (Sample sample : segment.samples()) {
      long size = sample.sizeBytes() * 8L * timescale;
      if (size > fullness) {
        late++;
        worst = Math.max(worst, size - fullness);
      }
      fullness = Math.max(0, fullness - size);
      long ticks = Math.min(sample.durationTicks(), LONGEST_TICKS);
      fullness = Math.min(capacity, fullness + bitsPerSecond * ticks);
    }
    findings.expect(
        late == 0,
        BitstreamRule.BITSTREAM_BUFFER_KEPT,
        segment.where(),
        "no picture late at " + bitsPerSecond + " bit/s with " + capacity / timescale + " bits",
        late + " late, the worst by " + worst / timescale + " bits");
  }
}
