package dev.reelway.cli.program;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A box of an MP4 file. Read with nothing of the program's own code, so that a mistake there cannot
 * hide here.
 *
 * @param type four letters
 * @param offset where the box starts in its file
 * @param payload what follows the header
 */
record Mp4Box(String type, int offset, ByteBuffer payload) {

  /** Bytes between the header of a box and the boxes in it. */
  private static final Map<String, Integer> FIELDS = Map.of("stsd", 8, "avc1", 78, "mp4a", 28);

  /** The top-level boxes of a file. */
  static List<Mp4Box> of(byte[] file) {
    return boxes(ByteBuffer.wrap(file));
  }

  private static List<Mp4Box> boxes(ByteBuffer bytes) {
    List<Mp4Box> boxes = new ArrayList<>();
    while (bytes.hasRemaining()) {
      int start = bytes.position();
      int size = bytes.getInt();
      byte[] type = new byte[4];
      bytes.get(type);
      ByteBuffer payload = bytes.slice(start + 8, size - 8);
      boxes.add(new Mp4Box(new String(type, StandardCharsets.US_ASCII), start, payload));
      bytes.position(start + size);
    }
    return boxes;
  }

  /** All boxes at a path such as {@code moov/trak/mdia} below {@code boxes}. */
  static List<Mp4Box> find(List<Mp4Box> boxes, String path) {
    String first = path.replaceFirst("/.*", "");
    List<Mp4Box> found = boxes.stream().filter(box -> box.type.equals(first)).toList();
    return first.equals(path)
        ? found
        : found.stream()
            .flatMap(box -> find(box.children(), path.substring(first.length() + 1)).stream())
            .toList();
  }

  /** The only box at a path. */
  static Mp4Box one(List<Mp4Box> boxes, String path) {
    List<Mp4Box> found = find(boxes, path);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " boxes at " + path);
    }
    return found.get(0);
  }

  private List<Mp4Box> children() {
    int skip = FIELDS.getOrDefault(type, 0);
    return boxes(payload.slice(skip, payload.limit() - skip));
  }

  /** The payload, to be read from its start. */
  ByteBuffer fields() {
    return payload.duplicate();
  }

  /** The payload after version and flags. */
  ByteBuffer fullBoxFields() {
    return fields().position(4);
  }

  /** Version of a full box. */
  int version() {
    return payload.get(0);
  }

  /** Flags of a full box. */
  int flags() {
    return payload.getInt(0) & 0xffffff;
  }
}
