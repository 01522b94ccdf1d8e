package dev.reelway.contracts.master;

/**
 * A key packet from which decoding may start.
 *
 * @param presentationTicks its presentation time in the stream's time base
 * @param decodeTicks its decode time in the stream's time base
 * @param position its byte offset in the master, -1 if the container does not say
 */
public record SeekPoint(long presentationTicks, long decodeTicks, long position) {

  /** Reading from the first byte: the last resort when no key packet leads to a picture. */
  public static final SeekPoint FILE_START = new SeekPoint(Long.MIN_VALUE, Long.MIN_VALUE, 0);
}
