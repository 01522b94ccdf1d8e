package dev.reelway.isobmff.codec;

/**
 * How the samples of an AV1 stream are stored.
 *
 * @param bitDepth 8, 10 or 12
 * @param monochrome whether there is only luma
 * @param subsamplingX 1 if chroma has half the columns
 * @param subsamplingY 1 if chroma has half the lines
 * @param chromaPosition 0 unknown, 1 left, 2 top left
 */
public record Av1SampleFormat(
    int bitDepth, boolean monochrome, int subsamplingX, int subsamplingY, int chromaPosition) {}
