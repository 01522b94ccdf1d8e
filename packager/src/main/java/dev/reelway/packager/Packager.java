package dev.reelway.packager;

import dev.reelway.conformance.rule.Finding;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Where;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.work.ContentHash;
import dev.reelway.contracts.work.EncodedChunk;
import dev.reelway.contracts.work.EncodedTrackPart;
import dev.reelway.contracts.work.KeyPicture;
import dev.reelway.contracts.work.PackagedSegments;
import dev.reelway.contracts.work.SegmentEntry;
import dev.reelway.isobmff.box.BoxException;
import dev.reelway.isobmff.box.TextSampleEntry;
import dev.reelway.isobmff.cmaf.SegmentType;
import dev.reelway.isobmff.read.FragmentScanner;
import dev.reelway.isobmff.read.ScannedFragment;
import dev.reelway.isobmff.read.TrackDescription;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import dev.reelway.platform.storage.StoredObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The step from an EncodedChunk to CMAF segments: each fragment becomes a segment object, each
 * track gets its init segment. Chunks are packaged independently and in any order, as soon as they
 * exist; doing it twice puts the same bytes again.
 */
public final class Packager {

  private final ObjectStore store;
  private final StorageLayout layout;

  /** A packager that reads parts from and puts segments to {@code store}. */
  public Packager(ObjectStore store, StorageLayout layout) {
    this.store = store;
    this.layout = layout;
  }

  /** Packages all tracks of a chunk, reads back what it put and judges it. */
  public PackagedChunk packageChunk(EncodedChunk chunk) {
    Findings findings = new Findings();
    List<PackagedSegments> tracks =
        chunk.parts().stream().map(part -> packagePart(part, chunk, findings)).toList();
    return new PackagedChunk(tracks, findings.all().stream().map(Finding::broken).toList());
  }

  private PackagedSegments packagePart(
      EncodedTrackPart part, EncodedChunk chunk, Findings findings) {
    try {
      StoredPart source = new StoredPart(store, part);
      FragmentScanner scanner = new FragmentScanner(source);
      ReadBack readBack = readBack(part, scanner, findings);
      List<SegmentEntry> segments = new ArrayList<>();
      List<String> stamps = new ArrayList<>();
      int number = chunk.firstSegment() + 1;
      SegmentReader reader = new SegmentReader(scanner);
      for (List<ScannedFragment> fragments = reader.next();
          !fragments.isEmpty();
          fragments = reader.next()) {
        boolean inOrder = reader.marksSegments() || fragments.get(0).sequenceNumber() == number;
        require(inOrder, part, "a fragment out of order");
        SegmentEntry entry = putSegment(part, source, scanner, fragments, number);
        ReadBack.Found found = readBack.found(key(part.track(), scanner, number), entry);
        segments.add(found.entry());
        stamps.add(found.stamp());
        number++;
      }
      require(isComplete(segments.size(), chunk, scanner), part, "the wrong number of segments");
      return new PackagedSegments(
          part.track(), part.initSha256(), scanner.track().codec(), segments, stamps);
    } catch (BoxException e) {
      throw new ReelwayException(
          FailureKind.CHUNK_INVALID,
          "The encoded part " + part.objectKey() + " is damaged: " + e.getMessage() + ".",
          e);
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE,
          "The encoded part " + part.objectKey() + " cannot be read: " + e.getMessage() + ".",
          e);
    }
  }

  private ReadBack readBack(EncodedTrackPart part, FragmentScanner scanner, Findings findings) {
    String prefix = layout.titlePrefix();
    String folder = layout.trackPrefix(part.track());
    String track = folder.substring(prefix.length(), folder.length() - 1);
    PartJudge judge;
    if (isText(scanner)) {
      judge = PartJudge.ofText(track, findings);
    } else if (isFiles(scanner)) {
      judge = PartJudge.ofImages(findings);
    } else {
      String init = layout.initKey(part.track()).substring(prefix.length());
      judge = PartJudge.ofSegments(putInit(part, scanner), Where.track(track, init), findings);
    }
    return new ReadBack(store, prefix, track, scanner.track().timescale(), judge);
  }

  /**
   * All chunks of a track put the same init segment; a different one would be another encoder. One
   * that lies there with other bytes was damaged, and is put again.
   *
   * @return the init segment, read back
   */
  private byte[] putInit(EncodedTrackPart part, FragmentScanner scanner) {
    byte[] init = scanner.initSegment().toArray();
    require(ContentHash.of(init).equals(part.initSha256()), part, "another init segment");
    String key = layout.initKey(part.track());
    store.put(key, ObjectBody.ofBytes(init), immutable(key).ifAbsent());
    if (!Arrays.equals(read(key), init)) {
      store.put(key, ObjectBody.ofBytes(init), immutable(key));
    }
    return read(key);
  }

  private byte[] read(String key) {
    try (StoredObject object = ReadBack.open(store, key)) {
      return object.readAllBytes();
    }
  }

  private SegmentEntry putSegment(
      EncodedTrackPart part,
      StoredPart source,
      FragmentScanner scanner,
      List<ScannedFragment> fragments,
      int number)
      throws IOException {
    ScannedFragment fragment = fragments.get(0);
    require(
        fragments.stream().allMatch(ScannedFragment::startsWithSync),
        part,
        "a fragment without a key frame at its start");
    byte[] segment = isFiles(scanner) ? file(source, fragment) : segment(source, fragments);
    String key = key(part.track(), scanner, number);
    store.put(key, ObjectBody.ofBytes(segment), immutable(key));
    // The edit list passes over the encoder's priming, so the first segment presents less.
    long primingTicks = scanner.track().mediaStartTicks();
    long start = Math.max(0, fragment.earliestPresentationTicks() - primingTicks);
    ScannedFragment last = fragments.get(fragments.size() - 1);
    long end = last.baseDecodeTimeTicks() + last.durationTicks() - primingTicks;
    List<KeyPicture> keys =
        scanner.track().kind() == TrackDescription.Kind.VIDEO ? keyPictures(fragments) : List.of();
    return new SegmentEntry(number, start, end - start, segment.length, keys);
  }

  private String key(String track, FragmentScanner scanner, int number) {
    if (!isFiles(scanner)) {
      return layout.segmentKey(track, number);
    }
    return isText(scanner) ? layout.textSegmentKey(track, number) : layout.tileKey(track, number);
  }

  /** Thumbnails of a long last segment have one tile more, and a chunk has one poster. */
  private static boolean isComplete(int segments, EncodedChunk chunk, FragmentScanner scanner) {
    boolean images = isFiles(scanner) && !isText(scanner);
    return images
        ? segments >= 1 && segments <= chunk.segmentCount() + 1
        : segments == chunk.segmentCount();
  }

  /** The fragments lie one behind the other. */
  private static byte[] segment(StoredPart source, List<ScannedFragment> fragments)
      throws IOException {
    long start = fragments.get(0).offset();
    long end = fragments.get(fragments.size() - 1).end();
    return source.read(SegmentType.bytes(), start, Math.toIntExact(end - start));
  }

  /** The first picture of each fragment, with its {@code moof} (Apple's HLS authoring, 6.10). */
  private static List<KeyPicture> keyPictures(List<ScannedFragment> fragments) {
    long shift = SegmentType.bytes().length - fragments.get(0).offset();
    return fragments.stream()
        .map(
            fragment ->
                new KeyPicture(
                    fragment.earliestPresentationTicks(),
                    fragment.offset() + shift,
                    fragment.headBytes() + fragment.samples().get(0).sizeBytes()))
        .toList();
  }

  // The only sample of the fragment is the file.
  private static byte[] file(StoredPart source, ScannedFragment fragment) throws IOException {
    return source.read(fragment.payloadOffset(), fragment.samples().get(0).sizeBytes());
  }

  /** Whether the files of a track of files are WebVTT; otherwise they are images. */
  private static boolean isText(FragmentScanner scanner) {
    return scanner.track().sampleEntry() instanceof TextSampleEntry entry
        && entry.mimeType().startsWith("text/");
  }

  /** Whether each fragment holds a whole file, which players read without any box. */
  private static boolean isFiles(FragmentScanner scanner) {
    return scanner.track().sampleEntry().type().equals(TextSampleEntry.SIMPLE_TEXT);
  }

  private static PutOptions immutable(String key) {
    return PutOptions.forKey(key).cached(PutOptions.IMMUTABLE);
  }

  private static void require(boolean holds, EncodedTrackPart part, String what) {
    if (!holds) {
      throw new ReelwayException(
          FailureKind.CHUNK_INVALID, "The encoded part " + part.objectKey() + " has " + what + ".");
    }
  }
}
