package dev.reelway.conformance.bitstream;

import java.util.List;

/**
 * What the heads of a coded picture's units say.
 *
 * @param start whether decoding can start here and nothing later refers to before
 * @param flaggable whether its sample may be flagged as a sync sample: also where pictures follow
 *     that are shown before and cannot be decoded
 * @param leadingAllowed whether pictures that are shown before may follow and can still be decoded
 * @param type of its units, for people
 * @param parameterSets units that set parameters and lie in the sample, whole
 * @param pictureSets numbers of the picture parameter sets that its slices name; empty for AV1
 */
public record Picture(
    boolean start,
    boolean flaggable,
    boolean leadingAllowed,
    String type,
    List<byte[]> parameterSets,
    List<Integer> pictureSets) {

  /** Copies the lists. */
  public Picture {
    parameterSets = List.copyOf(parameterSets);
    pictureSets = List.copyOf(pictureSets);
  }
}
