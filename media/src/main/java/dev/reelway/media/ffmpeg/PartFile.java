package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.isobmff.Bytes;
import dev.reelway.isobmff.Sample;
import dev.reelway.isobmff.box.BitRateBox;
import dev.reelway.isobmff.box.ColourInformationBox;
import dev.reelway.isobmff.box.VisualSampleEntry;
import dev.reelway.isobmff.cmaf.AudioTrack;
import dev.reelway.isobmff.cmaf.Fragment;
import dev.reelway.isobmff.cmaf.InitSegment;
import dev.reelway.isobmff.cmaf.MediaProfile;
import dev.reelway.isobmff.cmaf.SegmentType;
import dev.reelway.isobmff.cmaf.TextTrack;
import dev.reelway.isobmff.cmaf.VideoTrack;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The file of an encoded part: an init segment, then one fragment per segment with absolute timing.
 */
final class PartFile implements AutoCloseable {

  /** Media type of the files in a part of images. */
  private static final String JPEG_TYPE = "image/jpeg";

  private final OutputStream out;

  private PartFile(Path file, InitSegment init) throws IOException {
    this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    out.write(init.toBytes());
  }

  /**
   * The file of a rung.
   *
   * @param timescale the title's, so that all rungs count alike
   * @param bitstream what the encoder says about itself
   */
  static PartFile video(Path file, RungPlan rung, long timescale, VideoBitstream bitstream)
      throws IOException {
    Colour plan = rung.colour();
    ColourInformationBox colour =
        new ColourInformationBox(
            plan.primaries(), plan.transfer(), plan.matrix(), plan.fullRange());
    // The plan's cap, not a measured rate: that would hold every segment back until the end.
    BitRateBox bitRate =
        new BitRateBox(rung.bufferBits() / 8, rung.maxBitsPerSecond(), rung.maxBitsPerSecond());
    VisualSampleEntry entry =
        VisualSampleEntry.of(
            rung.width(),
            rung.height(),
            bitstream.configuration(),
            colour,
            HdrBoxes.of(rung.hdr()),
            bitRate);
    List<MediaProfile> profiles = bitstream.profile(rung, colour).stream().toList();
    return new PartFile(
        file, InitSegment.of(new VideoTrack(timescale, entry, profiles, rung.name())));
  }

  /**
   * The file of a sound track.
   *
   * @param extradata the encoder's
   * @param firstFrame the first encoded frame, where a Dolby codec says what it is
   */
  static PartFile audio(Path file, AudioPlan plan, byte[] extradata, byte[] firstFrame)
      throws IOException {
    BitRateBox bitRate = new BitRateBox(0, plan.bitsPerSecond(), plan.bitsPerSecond());
    int priming = plan.primingSamples();
    String language = plan.language();
    AudioTrack track =
        switch (plan.codec()) {
          case AAC ->
              AudioTrack.aac(
                  Bytes.copyOf(extradata),
                  plan.channels(),
                  bitRate,
                  priming,
                  language,
                  plan.name());
          case AC3, EAC3 -> AudioTrack.dolby(firstFrame, bitRate, priming, language, plan.name());
          case OPUS -> AudioTrack.opus(extradata, bitRate, language, plan.name());
        };
    return new PartFile(file, InitSegment.of(track));
  }

  /**
   * A file of JPEG files.
   *
   * @param timescale the title's
   * @param name for people who look into the file
   */
  static PartFile images(Path file, long timescale, String name) throws IOException {
    return new PartFile(file, InitSegment.of(TextTrack.files(timescale, JPEG_TYPE, "und", name)));
  }

  /** Marks the start of a segment that has several fragments. */
  void segmentType() throws IOException {
    out.write(SegmentType.bytes());
  }

  /**
   * Writes one segment's fragment.
   *
   * @param number segment number from 1, the sequence number
   * @param startTicks decode time of the first sample
   */
  void fragment(int number, long startTicks, List<Sample> samples, List<byte[]> payload)
      throws IOException {
    new Fragment(number, startTicks, samples).writeTo(out, payload);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
