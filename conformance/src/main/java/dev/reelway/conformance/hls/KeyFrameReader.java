package dev.reelway.conformance.hls;

import dev.reelway.conformance.place.ByteRange;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.place.Resource;
import dev.reelway.contracts.work.MeasuredFragment;
import dev.reelway.isobmff.box.BoxException;
import dev.reelway.isobmff.box.Boxes;
import dev.reelway.isobmff.box.ContainerBox;
import dev.reelway.isobmff.box.TrackFragmentHeaderBox;
import dev.reelway.isobmff.box.TrackRunBox;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the first fragment at a place in a file that no track was measured of. */
final class KeyFrameReader {
  private static final int HEADER_BYTES = 8;
  private static final int MOST_BOXES = 8;
  private static final int MAX_MOOF_BYTES = 1 << 20;
  private static final Set<String> BEFORE = Set.of("styp", "sidx", "emsg", "prft", "free");
  private final Place place;

  KeyFrameReader(Place place) {
    this.place = place;
  }

  /** Empty if the range does not start with a moof, or with what may stand before one. */
  Optional<MeasuredFragment> read(Location location) throws IOException {
    Optional<Resource> file = place.open(location.path());
    if (file.isEmpty()) {
      return Optional.empty();
    }
    long offset = location.range().map(ByteRange::offset).orElse(0L);
    for (int i = 0; i < MOST_BOXES && offset + HEADER_BYTES <= file.get().sizeBytes(); i++) {
      byte[] head = file.get().read(offset, HEADER_BYTES);
      long size = Integer.toUnsignedLong(ByteBuffer.wrap(head).getInt());
      String type = new String(head, 4, 4, StandardCharsets.ISO_8859_1);
      if (type.equals("moof")) {
        return fragment(file.get(), offset, size);
      }
      if (!BEFORE.contains(type) || size < HEADER_BYTES) {
        return Optional.empty();
      }
      offset += size;
    }
    return Optional.empty();
  }

  private static Optional<MeasuredFragment> fragment(Resource file, long offset, long size)
      throws IOException {
    if (size > MAX_MOOF_BYTES || offset + size > file.sizeBytes()) {
      return Optional.empty();
    }
    try {
      ContainerBox moof = (ContainerBox) Boxes.read(file.read(offset, (int) size), offset).get(0);
      ContainerBox traf = moof.container(ContainerBox.TRACK_FRAGMENT);
      TrackRunBox run = traf.require(TrackRunBox.class);
      long sample = firstSampleBytes(traf.require(TrackFragmentHeaderBox.class), run);
      long start = offset + run.dataOffset().orElse((int) size + HEADER_BYTES);
      return Optional.of(new MeasuredFragment(offset, start + sample, start + sample));
    } catch (BoxException | ClassCastException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static long firstSampleBytes(TrackFragmentHeaderBox header, TrackRunBox run) {
    List<TrackRunBox.Entry> entries = run.entries();
    boolean own = run.fields().contains(TrackRunBox.Field.SIZE) && !entries.isEmpty();
    return own ? entries.get(0).sizeBytes() : header.sizeBytes().orElse(0L);
  }
}
