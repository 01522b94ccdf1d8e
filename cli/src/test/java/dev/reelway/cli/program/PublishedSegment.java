package dev.reelway.cli.program;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A CMAF segment as it lies in the title's folder.
 *
 * @param sizeBytes of the file
 * @param decodeTicks its tfdt
 * @param samples in decoding order
 */
record PublishedSegment(long sizeBytes, long decodeTicks, List<Sample> samples) {

  /**
   * A picture or an audio frame.
   *
   * @param presentationTicks decode time plus composition offset
   */
  record Sample(long presentationTicks, long durationTicks, boolean sync, ByteBuffer data) {}

  private static final int NOT_SYNC = 0x10000;

  /** Reads a segment with one fragment of one track. */
  static PublishedSegment read(byte[] file, Mp4Box trackExtends) {
    List<Mp4Box> boxes = Mp4Box.of(file);
    Mp4Box fragment = Mp4Box.one(boxes, "moof");
    Mp4Box time = Mp4Box.one(boxes, "moof/traf/tfdt");
    long decode =
        time.version() == 1 ? time.fullBoxFields().getLong() : time.fullBoxFields().getInt();
    Defaults defaults = Defaults.of(trackExtends).overriddenBy(Mp4Box.one(boxes, "moof/traf/tfhd"));
    Mp4Box run = Mp4Box.one(boxes, "moof/traf/trun");
    return new PublishedSegment(
        file.length, decode, samples(run, defaults, decode, fragment.offset(), file));
  }

  private record Defaults(int duration, int size, int flags) {

    static Defaults of(Mp4Box trackExtends) {
      ByteBuffer fields = trackExtends.fullBoxFields().position(12);
      return new Defaults(fields.getInt(), fields.getInt(), fields.getInt());
    }

    Defaults overriddenBy(Mp4Box header) {
      int baseDataOffset = has(header, 0x1) ? 8 : 0;
      int sampleDescription = has(header, 0x2) ? 4 : 0;
      ByteBuffer fields = header.fullBoxFields().position(8 + baseDataOffset + sampleDescription);
      return new Defaults(
          has(header, 0x8) ? fields.getInt() : duration,
          has(header, 0x10) ? fields.getInt() : size,
          has(header, 0x20) ? fields.getInt() : flags);
    }
  }

  private static List<Sample> samples(
      Mp4Box run, Defaults defaults, long decode, int fragmentOffset, byte[] file) {
    ByteBuffer fields = run.fullBoxFields();
    int count = fields.getInt();
    int offset = fragmentOffset + fields.getInt();
    int firstFlags = has(run, 0x4) ? fields.getInt() : defaults.flags;
    List<Sample> samples = new ArrayList<>();
    long time = decode;
    for (int i = 0; i < count; i++) {
      int duration = has(run, 0x100) ? fields.getInt() : defaults.duration;
      int size = has(run, 0x200) ? fields.getInt() : defaults.size;
      int flags = has(run, 0x400) ? fields.getInt() : i == 0 ? firstFlags : defaults.flags;
      int compositionOffset = has(run, 0x800) ? fields.getInt() : 0;
      ByteBuffer data = ByteBuffer.wrap(file, offset, size).slice();
      boolean sync = (flags & NOT_SYNC) == 0;
      samples.add(new Sample(time + compositionOffset, duration, sync, data));
      offset += size;
      time += duration;
    }
    return samples;
  }

  private static boolean has(Mp4Box box, int flag) {
    return (box.flags() & flag) != 0;
  }

  /** Σ of the sample durations. */
  long durationTicks() {
    return samples.stream().mapToLong(Sample::durationTicks).sum();
  }

  /** When its first picture or sound is shown or heard. */
  long startTicks() {
    return samples.stream().mapToLong(Sample::presentationTicks).min().orElseThrow();
  }

  /** When its last picture or sound ends. */
  long endTicks() {
    return samples.stream()
        .mapToLong(sample -> sample.presentationTicks() + sample.durationTicks())
        .max()
        .orElseThrow();
  }
}
