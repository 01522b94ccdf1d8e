package dev.reelway.contracts.master;

/**
 * How loud a sound track is, measured over its whole length by EBU R 128 (ITU-R BS.1770).
 *
 * @param integratedLufs programme loudness in LUFS; -70 is the measure's lowest value
 * @param rangeLu loudness range in LU
 * @param truePeakDbtp highest level between samples, in dB relative to full scale
 */
public record Loudness(double integratedLufs, double rangeLu, double truePeakDbtp) {}
