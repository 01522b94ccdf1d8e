package dev.reelway.conformance.track;

import dev.reelway.conformance.bitstream.BitstreamRule;
import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Where;
import dev.reelway.contracts.work.BufferDemand;
import dev.reelway.isobmff.Sample;
import dev.reelway.isobmff.box.BitRateBox;
import java.util.List;
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
final class DecoderBuffer {
  private static final long FINEST_TIMESCALE = 10_000_000;
  private static final long LONGEST_TICKS = 1L << 30;

  private final long timescale;
  private final long bitsPerSecond;
  private final long capacity;
  private long fullness;

  private DecoderBuffer(long timescale, BitRateBox rate) {
    this.timescale = timescale;
    this.bitsPerSecond = rate.maxBitrate();
    this.capacity = rate.bufferSizeBytes() * 8 * timescale;
    this.fullness = capacity;
  }

  /** Empty when the track does not tell its highest rate and the size of its buffer. */
  static Optional<DecoderBuffer> of(TrackHeader header) {
    return header
        .entry()
        .clear()
        .filter(entry -> header.kind().equals(Optional.of(MediaKind.VIDEO)))
        .flatMap(entry -> entry.find(BitRateBox.class))
        .filter(rate -> rate.maxBitrate() > 0 && rate.bufferSizeBytes() > 0)
        .filter(rate -> header.timescale() <= FINEST_TIMESCALE) // else 64 bits are too few
        .map(rate -> new DecoderBuffer(header.timescale(), rate));
  }

  /** Works out what these pictures ask of the buffer, however full it is. */
  BufferDemand demand(List<Sample> samples) {
    long need = 0;
    long gain = 0;
    long ceiling = capacity;
    for (Sample sample : samples) {
      long size = sample.sizeBytes() * 8L * timescale;
      need = Math.max(need, size - gain);
      if (size > ceiling) {
        need = Math.max(need, capacity + size - ceiling); // late however full it was
      }
      long inflow = bitsPerSecond * Math.min(sample.durationTicks(), LONGEST_TICKS);
      gain += inflow - size;
      ceiling = Math.min(capacity, Math.max(0, ceiling - size) + inflow);
    }
    return new BufferDemand(need, gain, ceiling);
  }

  /** Lets a segment through. */
  void take(BufferDemand demand, Where where, Findings findings) {
    findings.expect(
        demand.need() <= fullness,
        BitstreamRule.BITSTREAM_BUFFER_KEPT,
        where,
        "no picture late at " + bitsPerSecond + " bit/s with " + capacity / timescale + " bits",
        "the worst is late by " + (demand.need() - fullness) / timescale + " bits");
    fullness = demand.after(fullness);
  }
}
