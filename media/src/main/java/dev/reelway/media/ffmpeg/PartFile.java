package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.isobmff.Bytes;
import dev.reelway.isobmff.Sample;
import dev.reelway.isobmff.box.AvcConfigurationBox;
import dev.reelway.isobmff.box.BitRateBox;
import dev.reelway.isobmff.box.ColourInformationBox;
import dev.reelway.isobmff.box.PixelAspectRatioBox;
import dev.reelway.isobmff.box.VisualSampleEntry;
import dev.reelway.isobmff.cmaf.AudioTrack;
import dev.reelway.isobmff.cmaf.Fragment;
import dev.reelway.isobmff.cmaf.InitSegment;
import dev.reelway.isobmff.cmaf.MediaProfile;
import dev.reelway.isobmff.cmaf.VideoTrack;
import dev.reelway.isobmff.codec.AvcDecoderConfiguration;
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

  private final OutputStream out;

  private PartFile(Path file, InitSegment init) throws IOException {
    this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    out.write(init.toBytes());
  }

  /**
   * The file of a rung.
   *
   * @param timescale the title's, so that all rungs count alike
   * @param parameterSets as Annex B
   */
  static PartFile video(Path file, RungPlan rung, long timescale, byte[] parameterSets)
      throws IOException {
    AvcDecoderConfiguration avc = AvcDecoderConfiguration.fromAnnexB(parameterSets);
    ColourInformationBox colour =
        new ColourInformationBox(
            rung.colour().primaries(),
            rung.colour().transfer(),
            rung.colour().matrix(),
            rung.colour().fullRange());
    // The plan's cap, not a measured rate: that would hold every segment back until the end.
    BitRateBox bitRate =
        new BitRateBox(rung.bufferBits() / 8, rung.maxBitsPerSecond(), rung.maxBitsPerSecond());
    VisualSampleEntry entry =
        VisualSampleEntry.avc(
            rung.width(),
            rung.height(),
            new AvcConfigurationBox(avc),
            colour,
            PixelAspectRatioBox.SQUARE,
            bitRate);
    List<MediaProfile> profiles =
        MediaProfile.ofAvc(
                avc,
                rung.width(),
                rung.height(),
                colour,
                rung.rate().framesPerSecond().numerator(),
                rung.rate().framesPerSecond().denominator())
            .stream()
            .toList();
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
