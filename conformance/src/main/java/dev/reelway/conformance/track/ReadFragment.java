package dev.reelway.conformance.track;

import dev.reelway.isobmff.Sample;
import java.util.List;
import java.util.OptionalLong;

/**
 * A movie fragment of a segment, for the track that is looked at.
 *
 * @param offset of {@code moof} in the segment's bytes
 * @param end behind {@code mdat} in the segment's bytes
 * @param sequenceNumber as told
 * @param decodeTime of the first sample, if told
 * @param samples in decode order, at least one
 * @param positions of each sample's first byte in the segment's bytes
 * @param tellsEncryption whether it says how each sample is encrypted
 */
record ReadFragment(
    int offset,
    int end,
    long sequenceNumber,
    OptionalLong decodeTime,
    List<Sample> samples,
    List<Integer> positions,
    boolean tellsEncryption) {

  ReadFragment {
    samples = List.copyOf(samples);
    positions = List.copyOf(positions);
  }

  long durationTicks() {
    return samples.stream().mapToLong(Sample::durationTicks).sum();
  }
}
