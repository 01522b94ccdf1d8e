package dev.reelway.conformance.dash;

import dev.reelway.conformance.place.ByteRange;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.place.Resource;
import dev.reelway.isobmff.box.Box;
import dev.reelway.isobmff.box.BoxException;
import dev.reelway.isobmff.box.Boxes;
import dev.reelway.isobmff.box.SegmentIndexBox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The subsegments of a single file, by its {@code sidx}.
 *
 * @param timescale of the times
 * @param times of the subsegments
 * @param locations of the same
 */
record IndexedFile(long timescale, List<SegmentTime> times, List<Location> locations) {
  private static final int MAX_INDEX_BYTES = 16 << 20;

  /** Empty if no index lies there, or it points to further indexes. */
  static Optional<IndexedFile> read(Place place, String path, ByteRange range) throws IOException {
    Optional<Resource> file = place.open(path);
    if (file.isEmpty()
        || range.end() > file.get().sizeBytes()
        || range.length() > MAX_INDEX_BYTES) {
      return Optional.empty();
    }
    byte[] bytes = file.get().read(range.offset(), (int) range.length());
    try {
      List<Box> boxes = Boxes.read(bytes, range.offset());
      return Boxes.all(boxes, SegmentIndexBox.class).stream()
          .findFirst()
          .filter(index -> index.timescale() > 0 && index.firstOffsetBytes() >= 0)
          .flatMap(index -> of(path, range, index));
    } catch (BoxException e) {
      return Optional.empty();
    }
  }

  private static Optional<IndexedFile> of(String path, ByteRange range, SegmentIndexBox index) {
    List<SegmentTime> times = new ArrayList<>();
    List<Location> locations = new ArrayList<>();
    long offset = Math.addExact(range.end(), index.firstOffsetBytes());
    long ticks = index.earliestPresentationTicks();
    long number = 1;
    for (SegmentIndexBox.Reference reference : index.references()) {
      if (reference.toIndex() || reference.sizeBytes() < 1) {
        return Optional.empty();
      }
      times.add(new SegmentTime(number++, ticks, reference.durationTicks()));
      locations.add(Location.of(path, offset, reference.sizeBytes()));
      offset = Math.addExact(offset, reference.sizeBytes());
      ticks = Math.addExact(ticks, reference.durationTicks());
    }
    return Optional.of(new IndexedFile(index.timescale(), times, locations));
  }
}
