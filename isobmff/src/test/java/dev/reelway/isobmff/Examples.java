package dev.reelway.isobmff;

import dev.reelway.isobmff.box.Av1ConfigurationBox;
import dev.reelway.isobmff.box.AvcConfigurationBox;
import dev.reelway.isobmff.box.BitRateBox;
import dev.reelway.isobmff.box.ColourInformationBox;
import dev.reelway.isobmff.box.ContentLightLevelBox;
import dev.reelway.isobmff.box.HevcConfigurationBox;
import dev.reelway.isobmff.box.MasteringDisplayColourVolumeBox;
import dev.reelway.isobmff.box.MasteringDisplayColourVolumeBox.Point;
import dev.reelway.isobmff.box.PixelAspectRatioBox;
import dev.reelway.isobmff.box.VisualSampleEntry;
import dev.reelway.isobmff.cmaf.AudioTrack;
import dev.reelway.isobmff.cmaf.Fragment;
import dev.reelway.isobmff.cmaf.InitSegment;
import dev.reelway.isobmff.cmaf.MediaProfile;
import dev.reelway.isobmff.cmaf.VideoTrack;
import dev.reelway.isobmff.codec.Av1DecoderConfiguration;
import dev.reelway.isobmff.codec.AvcDecoderConfiguration;
import dev.reelway.isobmff.codec.HevcDecoderConfiguration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Small, valid inputs that many tests share. */
public final class Examples {
  /** x264's High profile parameter sets for 320×180 at 30000/1001, in a byte stream. */
  public static final Bytes AVC_EXTRADATA =
      Bytes.ofHex(
          "0000000167640028acd941419f9f011000003e90000ea600f183196000000001" + "68eae3f2c0");

  /** x265's Main 10 parameter sets for 360×640 in HDR10, with messages, in a byte stream. */
  public static final Bytes HEVC_EXTRADATA =
      Bytes.ofHex(
          "0000000140010c01ffff02200000030090000003000003003f959409"
              + "0000000142010102200000030090000003000003003fa00b880281cbb6595952930bc05a848804"
              + "f0800001f480003a9804"
              + "000000014401c073c089"
              + "000000014e01900403e8019080"
              + "000000014e01891833c286c41d4c0bb884d03e803d13404200989680000003000180");

  /** SVT-AV1's sequence header for 360×640 in ten bits, PQ. */
  public static final Bytes AV1_SEQUENCE_HEADER = Bytes.ofHex("0a0e0000000c4d9e7f12be5424402490");

  /** AAC-LC, 48 kHz, stereo. */
  public static final Bytes AAC_CONFIG = Bytes.ofHex("1190");

  /** Rates as a plan would give them. */
  public static final BitRateBox BIT_RATE = new BitRateBox(75_000, 600_000, 400_000);

  /** PQ in BT.2020, limited range. */
  public static final ColourInformationBox HDR10 = new ColourInformationBox(9, 16, 9, false);

  /** A P3 display of 1000 cd/m². */
  public static final MasteringDisplayColourVolumeBox MASTERING_DISPLAY =
      new MasteringDisplayColourVolumeBox(
          List.of(new Point(13_250, 34_500), new Point(7_500, 3_000), new Point(34_000, 16_000)),
          new Point(15_635, 16_450),
          10_000_000,
          1);

  /** I P B B in decode order, with signed offsets. */
  public static final List<Sample> GROUP_OF_PICTURES =
      List.of(
          new Sample(1001, 7, 0, true),
          new Sample(1001, 4, 2002, false),
          new Sample(1001, 2, -1001, false),
          new Sample(1001, 3, -1001, false));

  private Examples() {}

  /** The AVC sample entry that goes with {@link #AVC_EXTRADATA}. */
  public static VisualSampleEntry avcEntry() {
    return VisualSampleEntry.avc(
        320,
        180,
        new AvcConfigurationBox(AvcDecoderConfiguration.fromAnnexB(AVC_EXTRADATA.toArray())),
        ColourInformationBox.BT_709,
        PixelAspectRatioBox.SQUARE,
        BIT_RATE);
  }

  /** The HEVC sample entry that goes with {@link #HEVC_EXTRADATA}. */
  public static VisualSampleEntry hevcEntry() {
    return VisualSampleEntry.of(
        360,
        640,
        new HevcConfigurationBox(HevcDecoderConfiguration.fromAnnexB(HEVC_EXTRADATA.toArray())),
        HDR10,
        List.of(MASTERING_DISPLAY, new ContentLightLevelBox(1000, 400)),
        BIT_RATE);
  }

  /** The AV1 sample entry that goes with {@link #AV1_SEQUENCE_HEADER}. */
  public static VisualSampleEntry av1Entry() {
    return VisualSampleEntry.of(
        360,
        640,
        new Av1ConfigurationBox(Av1DecoderConfiguration.fromUnits(AV1_SEQUENCE_HEADER.toArray())),
        HDR10,
        List.of(),
        BIT_RATE);
  }

  /** The init segment of a 29.97 fps track. */
  public static InitSegment videoInit() {
    return InitSegment.of(
        new VideoTrack(30_000, avcEntry(), List.of(MediaProfile.CFHD), "Reelway video"));
  }

  /** The init segment of an AAC track with 1024 samples of priming. */
  public static InitSegment audioInit() {
    return InitSegment.of(AudioTrack.aac(AAC_CONFIG, 2, BIT_RATE, 1024, "eng", "Reelway audio"));
  }

  /** Init segment and two fragments. */
  public static byte[] videoFile() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(videoInit().toBytes());
    file.writeBytes(fragment(new Fragment(1, 0, GROUP_OF_PICTURES)));
    file.writeBytes(fragment(new Fragment(2, 4004, GROUP_OF_PICTURES)));
    return file.toByteArray();
  }

  /** The fragment with a payload of 0, 1, 2 … */
  public static byte[] fragment(Fragment fragment) {
    byte[] payload = new byte[(int) fragment.payloadBytes()];
    for (int i = 0; i < payload.length; i++) {
      payload[i] = (byte) i;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      fragment.writeTo(out, List.of(payload));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
