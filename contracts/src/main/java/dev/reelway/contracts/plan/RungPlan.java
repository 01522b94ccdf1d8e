package dev.reelway.contracts.plan;

import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;

/**
 * One rung with every encoder setting pinned.
 *
 * @param track the CMAF track it becomes
 * @param name for people, such as {@code 720p}
 * @param width coded width, even
 * @param height coded height, even
 * @param rateDivisor the rung shows every n-th frame of the title
 * @param rate the rung's own frame rate
 * @param codec output codec
 * @param preset the encoder's preset
 * @param crf constant rate factor
 * @param maxBitsPerSecond VBV rate
 * @param bufferBits VBV buffer size
 * @param level H.264 level times ten, such as 31
 * @param colour explicit on every chunk
 */
public record RungPlan(
    String track,
    String name,
    int width,
    int height,
    int rateDivisor,
    FrameRate rate,
    VideoCodec codec,
    String preset,
    Rational crf,
    long maxBitsPerSecond,
    long bufferBits,
    int level,
    Colour colour) {}
