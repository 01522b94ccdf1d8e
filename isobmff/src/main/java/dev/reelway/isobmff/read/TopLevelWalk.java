package dev.reelway.isobmff.read;

import dev.reelway.isobmff.box.BoxException;
import dev.reelway.isobmff.box.BoxHeader;
import dev.reelway.isobmff.box.FourCc;
import dev.reelway.isobmff.read.TopLevelBox.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes from box to box at the top level of an MP4 or QuickTime file, reading at most 16 bytes of
 * each: {@code ftyp}, {@code wide}, {@code mdat}, {@code free}, {@code moov} … A damaged file is
 * not an error here but the last {@link TopLevelBox}, because callers want to tell what is missing.
 */
public final class TopLevelWalk {
  private static final int MAX_BOXES = 1 << 20;
  private static final FourCc NO_TYPE = FourCc.of("????");

  private final ByteSource source;
  private final long sizeBytes;
  private long position;

  /** Starts at the first byte. */
  public TopLevelWalk(ByteSource source) throws IOException {
    this.source = source;
    this.sizeBytes = source.sizeBytes();
  }

  /**
   * Lists all boxes of a file; only the last can have a fault.
   *
   * @throws BoxException if there are more than a million boxes
   */
  public static List<TopLevelBox> of(ByteSource source) throws IOException {
    TopLevelWalk walk = new TopLevelWalk(source);
    List<TopLevelBox> boxes = new ArrayList<>();
    for (Optional<TopLevelBox> box = walk.next(); box.isPresent(); box = walk.next()) {
      if (boxes.size() == MAX_BOXES) {
        throw new BoxException(box.get().type(), box.get().offset(), "too many top-level boxes");
      }
      boxes.add(box.get());
    }
    return boxes;
  }

  /** Returns the next box; empty at the end of the file and after a box with a fault. */
  public Optional<TopLevelBox> next() throws IOException {
    if (position >= sizeBytes) {
      return Optional.empty();
    }
    TopLevelBox box = read();
    position = box.isWhole() ? box.end() : sizeBytes;
    return Optional.of(box);
  }

  private TopLevelBox read() throws IOException {
    long left = sizeBytes - position;
    if (left < BoxHeader.SHORT_BYTES) {
      return cutHeader(NO_TYPE, left);
    }
    int headerBytes = BoxHeader.SHORT_BYTES;
    ByteBuffer header = ByteBuffer.wrap(source.read(position, headerBytes));
    long declared = Integer.toUnsignedLong(header.getInt());
    FourCc type = new FourCc(header.getInt());
    if (declared == BoxHeader.SIZE_TO_THE_END) {
      declared = left;
    } else if (declared == BoxHeader.SIZE_IS_64_BIT) {
      if (left < BoxHeader.LONG_BYTES) {
        return cutHeader(type, left);
      }
      headerBytes = BoxHeader.LONG_BYTES;
      declared = ByteBuffer.wrap(source.read(position + BoxHeader.SHORT_BYTES, 8)).getLong();
    }
    return new TopLevelBox(
        type,
        position,
        headerBytes,
        declared,
        Math.min(declared, left),
        fault(declared, headerBytes, left));
  }

  private static Fault fault(long declared, int headerBytes, long left) {
    if (declared < headerBytes) {
      return Fault.IMPOSSIBLE_SIZE;
    }
    return declared > left ? Fault.CUT_SHORT : Fault.NONE;
  }

  private TopLevelBox cutHeader(FourCc type, long left) {
    return new TopLevelBox(type, position, (int) left, left, left, Fault.HEADER_CUT_SHORT);
  }
}
