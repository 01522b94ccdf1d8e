package dev.reelway.contracts.work;

/**
 * A part as the report tells of it.
 *
 * @param track the CMAF track it belongs to
 * @param samples encoded frames of picture or sound, counted when the part was checked
 * @param sizeBytes length of the work object
 * @param reused whether it was found instead of encoded
 * @param detail what else is known
 */
public record MadePart(
    String track, long samples, long sizeBytes, boolean reused, PartDetail detail) {

  static MadePart of(EncodedTrackPart part) {
    return new MadePart(
        part.track(), part.samples(), part.sizeBytes(), part.reused(), part.detail());
  }
}
