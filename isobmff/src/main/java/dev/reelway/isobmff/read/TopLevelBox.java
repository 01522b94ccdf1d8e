package dev.reelway.isobmff.read;

import dev.reelway.isobmff.box.FourCc;

/**
 * One box of a file's top level, known by its header only.
 *
 * @param type the four-letter type; four question marks when the file ends inside it
 * @param offset first byte of the header
 * @param headerBytes 8 or 16, less when the file ends inside the header
 * @param declaredBytes size the header tells, header included; for "to the end", what is there
 * @param presentBytes size the file really has for it
 * @param fault what is wrong; a faulty box is the last of a walk
 */
public record TopLevelBox(
    FourCc type, long offset, int headerBytes, long declaredBytes, long presentBytes, Fault fault) {

  /** What can be wrong with a box, seen from its header. */
  public enum Fault {
    /** Nothing. */
    NONE,
    /** The file ends before the box does. */
    CUT_SHORT,
    /** The file ends inside the header. */
    HEADER_CUT_SHORT,
    /** The size is smaller than the header or beyond 2^63; the bytes here are no box. */
    IMPOSSIBLE_SIZE
  }

  /** Whether header and payload are all there. */
  public boolean isWhole() {
    return fault == Fault.NONE;
  }

  /** Returns the first byte behind the header. */
  public long payloadOffset() {
    return offset + headerBytes;
  }

  /** Returns how many bytes of the payload are there. */
  public long payloadBytes() {
    return presentBytes - headerBytes;
  }

  /** Returns the first byte behind what is there of the box. */
  public long end() {
    return offset + presentBytes;
  }

  /** Says in one sentence what the box is or what is wrong with it, without a full stop. */
  public String describe() {
    return switch (fault) {
      case NONE -> type + " at byte " + offset + " has " + declaredBytes + " bytes";
      case CUT_SHORT ->
          type + " at byte " + offset + " is cut at byte " + presentBytes + " of " + declaredBytes;
      case HEADER_CUT_SHORT -> "file ends inside the header of the box at byte " + offset;
      case IMPOSSIBLE_SIZE -> "no box at byte " + offset + ": size " + declaredBytes;
    };
  }
}
