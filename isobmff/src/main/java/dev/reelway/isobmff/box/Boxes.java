package dev.reelway.isobmff.box;

import java.util.List;

/** Runs of boxes: the content of a small file, an init segment or a movie fragment. */
public final class Boxes {
  private Boxes() {}

  /**
   * Reads whole boxes from the first byte to the last.
   *
   * @param bytes the boxes; must fit memory, so not for files with media data
   * @param fileOffset where the bytes lie in their file; errors count from its start
   * @throws BoxException if the bytes are not whole, well-formed boxes
   */
  public static List<Box> read(byte[] bytes, long fileOffset) {
    return BoxReader.of(bytes, fileOffset).boxes();
  }

  /** Writes the boxes one behind the other. */
  public static byte[] write(List<? extends Box> boxes) {
    return new BoxWriter().boxes(boxes).toBytes();
  }

  /** Returns those of a record class, in order. */
  public static <T extends Box> List<T> all(List<? extends Box> boxes, Class<T> kind) {
    return boxes.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Returns the containers of a type, in order. */
  public static List<ContainerBox> containers(List<? extends Box> boxes, FourCc type) {
    return all(boxes, ContainerBox.class).stream().filter(box -> box.type().equals(type)).toList();
  }
}
