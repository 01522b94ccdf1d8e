package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.isobmff.box.Av1ConfigurationBox;
import dev.reelway.isobmff.box.AvcConfigurationBox;
import dev.reelway.isobmff.box.Box;
import dev.reelway.isobmff.box.ColourInformationBox;
import dev.reelway.isobmff.box.HevcConfigurationBox;
import dev.reelway.isobmff.cmaf.MediaProfile;
import dev.reelway.isobmff.codec.AnnexB;
import dev.reelway.isobmff.codec.Av1DecoderConfiguration;
import dev.reelway.isobmff.codec.Av1Stream;
import dev.reelway.isobmff.codec.AvcDecoderConfiguration;
import dev.reelway.isobmff.codec.BitstreamException;
import dev.reelway.isobmff.codec.HevcDecoderConfiguration;
import dev.reelway.isobmff.codec.HevcStream;
import dev.reelway.isobmff.codec.NalUnitType;
import java.util.Optional;

/** How an encoder's bytes become samples of a track, codec by codec. */
interface VideoBitstream {

  /** The codec configuration of the sample entry. */
  Box configuration();

  /** The media profile that the track keeps, if any. */
  Optional<MediaProfile> profile(RungPlan rung, ColourInformationBox colour);

  /** Whether decoding can start at this access unit. */
  boolean sync(byte[] accessUnit);

  /** The bytes of the sample. */
  byte[] sample(byte[] accessUnit);

  /**
   * The bitstream of a rung.
   *
   * @param parameterSets see {@link VideoEncoder#parameterSets}; the first temporal unit for AV1
   */
  static VideoBitstream of(RungPlan rung, byte[] parameterSets) {
    return switch (rung.codec()) {
      case H264 -> new Avc(AvcDecoderConfiguration.fromAnnexB(parameterSets));
      case HEVC -> new Hevc(HevcDecoderConfiguration.fromAnnexB(parameterSets));
      case AV1 -> new Av1(Av1DecoderConfiguration.fromUnits(parameterSets));
    };
  }

  /** H.264 in {@code avc1}. */
  record Avc(AvcDecoderConfiguration decoder) implements VideoBitstream {

    @Override
    public Box configuration() {
      return new AvcConfigurationBox(decoder);
    }

    @Override
    public Optional<MediaProfile> profile(RungPlan rung, ColourInformationBox colour) {
      return MediaProfile.ofAvc(
          decoder,
          rung.width(),
          rung.height(),
          colour,
          rung.rate().framesPerSecond().numerator(),
          rung.rate().framesPerSecond().denominator());
    }

    @Override
    public boolean sync(byte[] accessUnit) {
      return AnnexB.firstVcl(accessUnit).filter(NalUnitType.IDR_SLICE::equals).isPresent();
    }

    @Override
    public byte[] sample(byte[] accessUnit) {
      return AnnexB.toLengthPrefixed(accessUnit);
    }
  }

  /** HEVC in {@code hvc1}. */
  record Hevc(HevcDecoderConfiguration decoder) implements VideoBitstream {

    @Override
    public Box configuration() {
      return new HevcConfigurationBox(decoder);
    }

    @Override
    public Optional<MediaProfile> profile(RungPlan rung, ColourInformationBox colour) {
      return MediaProfile.ofHevc(
          decoder.profile(),
          rung.width(),
          rung.height(),
          colour,
          rung.rate().framesPerSecond().numerator(),
          rung.rate().framesPerSecond().denominator());
    }

    @Override
    public boolean sync(byte[] accessUnit) {
      return HevcStream.isIdr(accessUnit);
    }

    @Override
    public byte[] sample(byte[] accessUnit) {
      return HevcStream.toSample(accessUnit, decoder.messages());
    }
  }

  /** AV1 in {@code av01}. */
  record Av1(Av1DecoderConfiguration decoder) implements VideoBitstream {

    @Override
    public Box configuration() {
      return new Av1ConfigurationBox(decoder);
    }

    @Override
    public Optional<MediaProfile> profile(RungPlan rung, ColourInformationBox colour) {
      return Optional.of(MediaProfile.AV01);
    }

    @Override
    public boolean sync(byte[] accessUnit) {
      return Av1Stream.startsWithKeyFrame(accessUnit);
    }

    @Override
    public byte[] sample(byte[] accessUnit) {
      if (sync(accessUnit) && !Av1DecoderConfiguration.fromUnits(accessUnit).equals(decoder)) {
        throw new BitstreamException("AV1 sequence header changes inside the stream");
      }
      return Av1Stream.toSample(accessUnit);
    }
  }
}
