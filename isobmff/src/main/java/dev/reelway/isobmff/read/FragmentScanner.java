package dev.reelway.isobmff.read;

import dev.reelway.isobmff.Bytes;
import dev.reelway.isobmff.Sample;
import dev.reelway.isobmff.box.BoxException;
import dev.reelway.isobmff.box.BoxHeader;
import dev.reelway.isobmff.box.Boxes;
import dev.reelway.isobmff.box.ContainerBox;
import dev.reelway.isobmff.box.FourCc;
import dev.reelway.isobmff.box.MovieFragmentHeaderBox;
import dev.reelway.isobmff.box.SegmentTypeBox;
import dev.reelway.isobmff.box.TrackExtendsBox;
import dev.reelway.isobmff.box.TrackFragmentDecodeTimeBox;
import dev.reelway.isobmff.box.TrackFragmentHeaderBox;
import dev.reelway.isobmff.box.TrackRunBox;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads a fragmented file of one track, one fragment at a time; holds the init segment and one
 * {@code moof}, never media data. Checks that the samples fill each {@code mdat} exactly. Boxes
 * between fragments ({@code styp}, {@code sidx}, {@code free} …) are passed over. Not safe for
 * several threads.
 */
public final class FragmentScanner {
  private static final int MAX_BOX_BYTES = 8 << 20;

  private final ByteSource source;
  private final TopLevelWalk walk;
  private final Bytes initSegment;
  private final TrackDescription track;
  private final TrackExtendsBox defaults;
  private boolean segmentStarts;

  /**
   * Reads the init segment, which is everything up to the end of {@code moov}.
   *
   * @throws BoxException if there is none, or not exactly one track
   */
  public FragmentScanner(ByteSource source) throws IOException {
    this.source = source;
    this.walk = new TopLevelWalk(source);
    TopLevelBox movie =
        seek(ContainerBox.MOVIE)
            .orElseThrow(() -> new BoxException(ContainerBox.MOVIE, 0, "is not in the file"));
    ContainerBox movieBox = load(movie);
    if (movie.end() > MAX_BOX_BYTES) {
      throw new BoxException(ContainerBox.MOVIE, movie.offset(), "init segment is too large");
    }
    this.initSegment = Bytes.copyOf(source.read(0, (int) movie.end()));
    this.track = TrackDescription.ofMovie(movieBox);
    this.defaults = movieBox.container(ContainerBox.MOVIE_EXTENDS).require(TrackExtendsBox.class);
  }

  /** Returns the bytes of the init segment, byte 0 of the file to the end of {@code moov}. */
  public Bytes initSegment() {
    return initSegment;
  }

  /** Returns what the init segment says about the track. */
  public TrackDescription track() {
    return track;
  }

  /**
   * Whether a {@code styp} lies in front of the last fragment. A file without any has a segment in
   * each fragment.
   */
  public boolean startsSegment() {
    return segmentStarts;
  }

  /**
   * Returns the next fragment, empty after the last.
   *
   * @throws BoxException if the file is cut short, or a fragment breaks the rules of its boxes
   */
  public Optional<ScannedFragment> next() throws IOException {
    segmentStarts = false;
    Optional<TopLevelBox> found = seek(ContainerBox.MOVIE_FRAGMENT);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    TopLevelBox moof = found.get();
    ContainerBox movieFragment = load(moof);
    TopLevelBox mediaData =
        walkOn()
            .filter(box -> box.type().equals(BoxHeader.MEDIA_DATA))
            .orElseThrow(
                () -> new BoxException(moof.type(), moof.offset(), "no mdat follows the moof"));
    return Optional.of(fragment(moof, movieFragment, mediaData));
  }

  private ScannedFragment fragment(TopLevelBox moof, ContainerBox box, TopLevelBox mediaData) {
    List<ContainerBox> tracks = box.containers(ContainerBox.TRACK_FRAGMENT);
    if (tracks.size() != 1) {
      throw new BoxException(
          moof.type(), moof.offset(), tracks.size() + " track fragments instead of one");
    }
    ContainerBox traf = tracks.get(0);
    TrackFragmentHeaderBox header = traf.require(TrackFragmentHeaderBox.class);
    if (header.trackId() != defaults.trackId()) {
      throw new BoxException(
          TrackFragmentHeaderBox.TYPE, moof.offset(), "belongs to track " + header.trackId());
    }
    List<TrackRunBox> runs = traf.all(TrackRunBox.class);
    List<Sample> samples = new TrackFragmentSamples(defaults, header, moof.offset()).of(runs);
    requireExactData(header.baseDataOffset().orElse(moof.offset()), runs, samples, mediaData);
    return new ScannedFragment(
        moof.offset(),
        (int) (mediaData.payloadOffset() - moof.offset()),
        box.require(MovieFragmentHeaderBox.class).sequenceNumber(),
        traf.require(TrackFragmentDecodeTimeBox.class).baseDecodeTimeTicks(),
        samples);
  }

  /** Run after run, the samples must cover the media data from its first byte to its last. */
  private static void requireExactData(
      long base, List<TrackRunBox> runs, List<Sample> samples, TopLevelBox mediaData) {
    long position = mediaData.payloadOffset();
    int index = 0;
    for (TrackRunBox run : runs) {
      long unsaid = index == 0 ? base : position;
      long start = run.dataOffset().isPresent() ? base + run.dataOffset().getAsInt() : unsaid;
      if (start != position) {
        throw new BoxException(
            TrackRunBox.TYPE, base, "run starts at byte " + start + " instead of " + position);
      }
      for (int i = 0; i < run.entries().size(); i++) {
        position += samples.get(index++).sizeBytes();
      }
    }
    if (position != mediaData.end()) {
      throw new BoxException(
          TrackRunBox.TYPE, base, "samples end at " + position + ", mdat at " + mediaData.end());
    }
  }

  /** Finds the next box of the type; media data that nothing describes must not lie before it. */
  private Optional<TopLevelBox> seek(FourCc type) throws IOException {
    Optional<TopLevelBox> box = walkOn();
    while (box.isPresent() && !box.get().type().equals(type)) {
      if (box.get().type().equals(BoxHeader.MEDIA_DATA)) {
        throw new BoxException(box.get().type(), box.get().offset(), "does not follow a moof");
      }
      segmentStarts |= box.get().type().equals(SegmentTypeBox.TYPE);
      box = walkOn();
    }
    return box;
  }

  private Optional<TopLevelBox> walkOn() throws IOException {
    Optional<TopLevelBox> box = walk.next();
    if (box.isPresent() && !box.get().isWhole()) {
      throw new BoxException(box.get().type(), box.get().offset(), box.get().describe());
    }
    return box;
  }

  private ContainerBox load(TopLevelBox box) throws IOException {
    if (box.declaredBytes() > MAX_BOX_BYTES) {
      throw new BoxException(box.type(), box.offset(), box.declaredBytes() + " bytes are too many");
    }
    byte[] bytes = source.read(box.offset(), (int) box.declaredBytes());
    return (ContainerBox) Boxes.read(bytes, box.offset()).get(0);
  }
}
