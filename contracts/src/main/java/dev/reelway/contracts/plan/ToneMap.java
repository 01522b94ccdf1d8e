package dev.reelway.contracts.plan;

/**
 * How a picture of high dynamic range becomes one of standard range.
 *
 * @param peakNits the brightest light that keeps some detail, in cd/m²; everything above is white
 */
public record ToneMap(int peakNits) {}
