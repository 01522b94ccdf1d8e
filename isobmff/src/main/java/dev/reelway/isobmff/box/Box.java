package dev.reelway.isobmff.box;

/** A box as ISO/IEC 14496-12 clause 4.2 defines it: size, four-letter type, payload. */
public interface Box {
  /** Returns the four-letter type. */
  FourCc type();

  /** Writes everything behind size and type; {@link BoxWriter#box} adds those. */
  void write(BoxWriter out);

  /** Returns the whole box, size and type included. */
  default byte[] toBytes() {
    return new BoxWriter().box(this).toBytes();
  }
}
