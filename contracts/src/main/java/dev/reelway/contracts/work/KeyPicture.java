package dev.reelway.contracts.work;

/**
 * Bytes of a segment that a decoder can show a picture of, and need no others: from the fragment's
 * first byte to the picture's last.
 *
 * @param startTicks when the picture is shown, in the track's timescale
 * @param offsetBytes first byte, counted from the segment's start
 * @param sizeBytes how many
 */
public record KeyPicture(long startTicks, long offsetBytes, long sizeBytes) {}
