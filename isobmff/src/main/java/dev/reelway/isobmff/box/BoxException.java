package dev.reelway.isobmff.box;

/** A file breaks the box syntax, or a rule of the track format; says where and how. */
public final class BoxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String boxType;
  private final long offset;

  /**
   * Names the box, the byte offset at which it was noticed (from the start of what was read) and
   * the fault in words, without a full stop.
   */
  public BoxException(FourCc type, long offset, String fault) {
    super(type + " at byte " + offset + ": " + fault);
    this.boxType = type.toString();
    this.offset = offset;
  }

  /** Returns the four letters of the box. */
  public String boxType() {
    return boxType;
  }

  /** Returns the byte offset at which the fault was noticed. */
  public long offset() {
    return offset;
  }
}
