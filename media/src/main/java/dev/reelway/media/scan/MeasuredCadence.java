package dev.reelway.media.scan;

import dev.reelway.contracts.master.FieldOrder;

/**
 * How well the pictures suit one rhythm of 3:2 pulldown, counted in windows of half a second.
 *
 * @param order which field comes first
 * @param firstCycle number of the first picture, 0 to 4, that begins a cycle of five
 * @param fitting windows that show this rhythm
 * @param contradicting windows that show something else; windows without movement are neither
 */
public record MeasuredCadence(FieldOrder order, int firstCycle, int fitting, int contradicting) {}
