package dev.reelway.cli.verify.decode;

import dev.reelway.conformance.model.MeasuredSegment;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.place.Resource;
import dev.reelway.contracts.master.MasterBytes;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A track of a package as one file: its init segment and behind it all its segments, read from
 * where they lie. Keeps one block of a segment.
 */
final class TrackBytes implements MasterBytes {
  private static final int BLOCK_BYTES = 4 << 20;

  private record Piece(Location location, long start, long sizeBytes) {}

  private final Place place;
  private final TreeMap<Long, Piece> pieces = new TreeMap<>();
  private long sizeBytes;
  private byte[] block = new byte[0];
  private long blockStart;

  private TrackBytes(Place place) {
    this.place = place;
  }

  /** The track, without the segments that are missing or cannot be read. */
  static TrackBytes of(Place place, MeasuredTrack track) throws IOException {
    TrackBytes bytes = new TrackBytes(place);
    Location init = track.rendition().init();
    bytes.add(init, init.range().isPresent() ? init.range().get().length() : bytes.size(init));
    for (MeasuredSegment segment : track.segments()) {
      bytes.add(segment.location(), segment.sizeBytes());
    }
    return bytes;
  }

  /** The bytes of the init segment alone. */
  byte[] init() throws IOException {
    Piece first = pieces.firstEntry().getValue();
    byte[] bytes = new byte[Math.toIntExact(first.sizeBytes())];
    read(0, ByteBuffer.wrap(bytes));
    return bytes;
  }

  private void add(Location location, long size) {
    if (size > 0) {
      pieces.put(sizeBytes, new Piece(location, sizeBytes, size));
      sizeBytes += size;
    }
  }

  private long size(Location location) throws IOException {
    return open(location).sizeBytes();
  }

  private Resource open(Location location) throws IOException {
    return place
        .open(location.path())
        .orElseThrow(() -> new EOFException(location.path() + " is gone"));
  }

  @Override
  public long sizeBytes() {
    return sizeBytes;
  }

  @Override
  public synchronized int read(long position, ByteBuffer target) throws IOException {
    int total = 0;
    while (target.hasRemaining() && position + total < sizeBytes) {
      long at = position + total;
      if (at < blockStart || at >= blockStart + block.length) {
        fetch(at);
      }
      int offset = (int) (at - blockStart);
      int count = Math.min(target.remaining(), block.length - offset);
      target.put(block, offset, count);
      total += count;
    }
    return total;
  }

  private void fetch(long position) throws IOException {
    Piece piece = pieces.floorEntry(position).getValue();
    long skipped = (position - piece.start()) / BLOCK_BYTES * BLOCK_BYTES;
    int length = (int) Math.min(BLOCK_BYTES, piece.sizeBytes() - skipped);
    long from = piece.location().range().map(range -> range.offset()).orElse(0L);
    block = open(piece.location()).read(from + skipped, length);
    blockStart = piece.start() + skipped;
  }

  /** The place stays open. */
  @Override
  public void close() {}

  /** Several bytes, one behind the other; closing is the caller's. */
  static MasterBytes joined(List<MasterBytes> parts) throws IOException {
    TreeMap<Long, MasterBytes> starts = new TreeMap<>();
    long size = 0;
    for (MasterBytes part : new ArrayList<>(parts)) {
      starts.put(size, part);
      size += part.sizeBytes();
    }
    return new Joined(starts, size);
  }

  private record Joined(TreeMap<Long, MasterBytes> starts, long sizeBytes) implements MasterBytes {
    @Override
    public int read(long position, ByteBuffer target) throws IOException {
      int total = 0;
      while (target.hasRemaining() && position + total < sizeBytes) {
        var part = starts.floorEntry(position + total);
        int count = part.getValue().read(position + total - part.getKey(), target);
        if (count <= 0) {
          return total;
        }
        total += count;
      }
      return total;
    }

    @Override
    public void close() {}
  }
}
