package dev.reelway.isobmff.box;

import dev.reelway.isobmff.Bytes;

/**
 * Any parent; a box without a record of its own, kept so that rewriting loses nothing (ISO/IEC
 * 14496-12 clause 4.2: readers pass over boxes they do not know).
 *
 * @param type the four-letter type
 * @param payload everything behind size and type
 */
public record UnknownBox(FourCc type, Bytes payload) implements Box {
  static UnknownBox read(BoxReader in) {
    return new UnknownBox(in.type(), in.bytes(in.remaining()));
  }

  @Override
  public void write(BoxWriter out) {
    out.bytes(payload);
  }
}
