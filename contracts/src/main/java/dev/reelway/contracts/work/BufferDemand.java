package dev.reelway.contracts.work;

/**
 * What a segment does to the decoder's buffer, whatever is in it at the start: {@code need} must be
 * there, and {@code min(start + gain, ceiling)} is there at the end (ITU-T H.264 annex C). Demands
 * of segments that follow one another can be joined, so that a title is simulated without its
 * bytes. All in bits times the timescale, so that nothing is rounded.
 *
 * @param need the least fullness with which no picture comes late
 * @param gain what flows in less what is taken out
 * @param ceiling the most that can be left, because the buffer was full on the way
 */
public record BufferDemand(long need, long gain, long ceiling) {

  /** Returns what is left of a buffer that had {@code fullness}; 0 if it ran empty. */
  public long after(long fullness) {
    return Math.max(0, Math.min(fullness + gain, ceiling));
  }
}
