package dev.reelway.contracts.work;

/**
 * A {@code moof} with its {@code mdat}, as it lies in its file.
 *
 * @param offset first byte of {@code moof} in the file (not in the segment)
 * @param firstSampleEnd first byte in the file behind the first sample
 * @param end first byte in the file behind {@code mdat}
 */
public record MeasuredFragment(long offset, long firstSampleEnd, long end) {}
