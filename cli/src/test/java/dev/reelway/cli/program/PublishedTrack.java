package dev.reelway.cli.program;

import dev.reelway.contracts.time.Rational;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A track as it lies in the title's folder: all that is said of it here comes from its bytes.
 *
 * @param folder {@code tracks/<id>}
 * @param init boxes of the init segment
 * @param segments in order of their names
 */
record PublishedTrack(Path folder, List<Mp4Box> init, List<PublishedSegment> segments) {

  private static final String MEDIA = "moov/trak/mdia/";
  private static final String ENTRIES = MEDIA + "minf/stbl/stsd/";

  /** One entry of an edit list. */
  record Edit(long durationTicks, long mediaTicks) {}

  /** All tracks of a title that are played; what serves scrubbing only is not among them. */
  static List<PublishedTrack> of(Path title) throws IOException {
    try (Stream<Path> folders = Files.list(title.resolve("tracks"))) {
      return folders.filter(PublishedTrack::isPlayed).sorted().map(PublishedTrack::read).toList();
    }
  }

  /** Images have no init segment, and pictures for fast forward only an I-frame playlist. */
  private static boolean isPlayed(Path folder) {
    boolean forwardOnly =
        Files.exists(folder.resolve("iframes.m3u8")) && !Files.exists(folder.resolve("media.m3u8"));
    return Files.exists(folder.resolve("init.mp4")) && !forwardOnly;
  }

  private static PublishedTrack read(Path folder) {
    List<Mp4Box> init = Mp4Box.of(bytes(folder.resolve("init.mp4")));
    Mp4Box defaults = Mp4Box.one(init, "moov/mvex/trex");
    return new PublishedTrack(
        folder,
        init,
        segmentFiles(folder).stream()
            .map(file -> PublishedSegment.read(bytes(file), defaults))
            .toList());
  }

  private static List<Path> segmentFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".m4s")).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Its id in manifests. */
  String id() {
    return folder.getFileName().toString();
  }

  boolean isVideo() {
    byte[] type = new byte[4];
    Mp4Box.one(init, MEDIA + "hdlr").fields().get(8, type);
    return new String(type, StandardCharsets.US_ASCII).equals("vide");
  }

  /** Ticks per second. */
  long timescale() {
    Mp4Box header = Mp4Box.one(init, MEDIA + "mdhd");
    return header.fullBoxFields().getInt(header.version() == 1 ? 20 : 12);
  }

  /** The edit list, empty if there is none. */
  List<Edit> edits() {
    return Mp4Box.find(init, "moov/trak/edts/elst").stream()
        .flatMap(
            box -> {
              ByteBuffer fields = box.fullBoxFields();
              return Stream.generate(() -> edit(fields, box.version())).limit(fields.getInt());
            })
        .toList();
  }

  private static Edit edit(ByteBuffer fields, int version) {
    Edit edit =
        version == 1
            ? new Edit(fields.getLong(), fields.getLong())
            : new Edit(fields.getInt(), fields.getInt());
    fields.getInt(); // rate
    return edit;
  }

  /** Where in the track the title starts. */
  long originTicks() {
    return edits().isEmpty() ? 0 : edits().get(0).mediaTicks();
  }

  /** Start of segment {@code index}, from 0, in seconds from the start of the title. */
  Rational start(int index) {
    long ticks = segments.get(index).startTicks() - originTicks();
    return new Rational(Math.max(0, ticks), timescale()); // nothing is heard before the title
  }

  /** End of segment {@code index}, from 0, in seconds from the start of the title. */
  Rational end(int index) {
    return new Rational(segments.get(index).endTicks() - originTicks(), timescale());
  }

  /** When the last picture or sound ends, in seconds from the start of the title. */
  Rational end() {
    return end(segments.size() - 1);
  }

  /** How long one picture or audio frame lasts. */
  Rational frameSeconds() {
    return new Rational(segments.get(0).samples().get(0).durationTicks(), timescale());
  }

  long frameCount() {
    return segments.stream().mapToLong(segment -> segment.samples().size()).sum();
  }

  /** The RFC 6381 name of its codec, from the decoder configuration. */
  String codec() {
    return isVideo() ? avc() : aac();
  }

  // ISO/IEC 14496-15, 5.3.3: version, then profile, constraints and level as the name has them.
  private String avc() {
    ByteBuffer configuration = Mp4Box.one(init, ENTRIES + "avc1/avcC").fields();
    return "avc1.%06x".formatted(configuration.getInt(0) & 0xffffff);
  }

  // ISO/IEC 14496-1, 7.2.6: the tags 4 (decoder configuration) and 5 (its details) tell all.
  private String aac() {
    ByteBuffer descriptor = Mp4Box.one(init, ENTRIES + "mp4a/esds").fullBoxFields();
    enter(descriptor, 3);
    descriptor.position(descriptor.position() + 3);
    enter(descriptor, 4);
    int objectType = descriptor.get() & 0xff;
    descriptor.position(descriptor.position() + 12);
    enter(descriptor, 5);
    int audioObjectType = (descriptor.get() & 0xff) >> 3;
    return "mp4a.%02x.%d".formatted(objectType, audioObjectType);
  }

  private static void enter(ByteBuffer descriptor, int tag) {
    if (descriptor.get() != tag) {
      throw new AssertionError("another descriptor than " + tag);
    }
    while (descriptor.get() < 0) {
      // Each byte of a length but the last has its highest bit set.
    }
  }

  /** Width and height of its pictures as {@code 1280x720}, from the first segment. */
  String pictureSize() throws IOException, InterruptedException {
    String start = "concat:init.mp4|segment-00001.m4s";
    return FFmpegProgram.ffprobe(folder, "-show_entries stream=width,height " + start)
        .strip()
        .replace(',', 'x');
  }

  /** Init and all segments in one file, as a player would append them. */
  Path joinedIn(Path target) throws IOException {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(bytes(folder.resolve("init.mp4")));
    for (Path file : segmentFiles(folder)) {
      joined.write(bytes(file));
    }
    return Files.write(target.resolve(id() + ".mp4"), joined.toByteArray());
  }

  @Override
  public String toString() {
    return folder.getParent().getParent().getParent().getFileName() + "/" + id();
  }
}
