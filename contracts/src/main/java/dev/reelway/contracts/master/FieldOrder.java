package dev.reelway.contracts.master;

/** Whether a picture is one instant or two fields, and which field is shown first. */
public enum FieldOrder {
  /** The whole picture is one instant. */
  PROGRESSIVE,
  /** Two instants; the lines 0, 2, 4 … are the earlier one. */
  TOP_FIRST,
  /** Two instants; the lines 1, 3, 5 … are the earlier one. */
  BOTTOM_FIRST;

  /** Whether a picture holds two instants. */
  public boolean interlaced() {
    return this != PROGRESSIVE;
  }

  /** How many instants a picture holds. */
  public int fields() {
    return interlaced() ? 2 : 1;
  }
}
