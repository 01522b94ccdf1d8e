package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_CONTENT_LIGHT_LEVEL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DOVI_CONF;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_MASTERING_DISPLAY_METADATA;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_CONTENT_LIGHT_LEVEL;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DYNAMIC_HDR_PLUS;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_MASTERING_DISPLAY_METADATA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;

import dev.reelway.contracts.master.HdrMetadata;
import dev.reelway.contracts.master.HdrMetadata.ContentLight;
import dev.reelway.contracts.master.HdrMetadata.MasteringDisplay;
import dev.reelway.contracts.master.HdrMetadata.Point;
import dev.reelway.contracts.time.Rational;
import dev.reelway.isobmff.codec.Av1Metadata;
import dev.reelway.isobmff.codec.BitstreamException;
import dev.reelway.media.scan.HdrScan;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avutil.AVContentLightMetadata;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.avutil.AVMasteringDisplayMetadata;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

/** Finds HDR metadata where containers, packets and decoded pictures carry it. */
final class HdrFacts {

  private static final int POINTS_PER_UNIT = 50_000;
  private static final int LUMINANCES_PER_NIT = 10_000;
  private static final int DOLBY_PROFILE = 2;
  private static final int DOLBY_COMPATIBILITY = 7;

  private HdrFacts() {}

  /** What the container says. */
  static HdrScan of(AVCodecParameters parameters) {
    BytePointer display = data(parameters, AV_PKT_DATA_MASTERING_DISPLAY_METADATA);
    BytePointer light = data(parameters, AV_PKT_DATA_CONTENT_LIGHT_LEVEL);
    BytePointer dolby = data(parameters, AV_PKT_DATA_DOVI_CONF);
    return new HdrScan(
        metadata(display, light), false, Optional.ofNullable(dolby).map(HdrFacts::dolbyVision));
  }

  /** What a decoded picture says. */
  static HdrScan of(AVFrame frame) {
    return new HdrScan(
        metadata(
            data(frame, AV_FRAME_DATA_MASTERING_DISPLAY_METADATA),
            data(frame, AV_FRAME_DATA_CONTENT_LIGHT_LEVEL)),
        data(frame, AV_FRAME_DATA_DYNAMIC_HDR_PLUS) != null,
        Optional.empty());
  }

  /** What a packet says; FFmpeg's AV1 decoder hands no metadata on. */
  static HdrScan of(int codec, AVPacket packet) {
    if (codec != AV_CODEC_ID_AV1 || packet.size() == 0) {
      return HdrScan.NONE;
    }
    byte[] bytes = new byte[packet.size()];
    packet.data().get(bytes);
    try {
      return of(Av1Metadata.of(bytes));
    } catch (BitstreamException e) {
      return HdrScan.NONE;
    }
  }

  private static HdrScan of(Av1Metadata av1) {
    return new HdrScan(
        new HdrMetadata(
            av1.display().map(HdrFacts::display),
            av1.light().map(l -> new ContentLight(l.maxContentLight(), l.maxFrameAverage()))),
        av1.hdr10Plus(),
        Optional.empty());
  }

  private static MasteringDisplay display(Av1Metadata.Display display) {
    List<Integer> c = display.chromaticities();
    return new MasteringDisplay(
        fixed(c.get(0), c.get(1)),
        fixed(c.get(2), c.get(3)),
        fixed(c.get(4), c.get(5)),
        fixed(c.get(6), c.get(7)),
        new Rational(display.maxLuminance() * LUMINANCES_PER_NIT, 1 << 8).round(),
        new Rational(display.minLuminance() * LUMINANCES_PER_NIT, 1 << 14).round());
  }

  private static Point fixed(int x, int y) {
    return new Point(fixed(x), fixed(y));
  }

  private static int fixed(int value) {
    return (int) new Rational((long) value * POINTS_PER_UNIT, 1 << 16).round();
  }

  private static HdrMetadata metadata(BytePointer display, BytePointer light) {
    return new HdrMetadata(
        Optional.ofNullable(display).flatMap(d -> display(new AVMasteringDisplayMetadata(d))),
        Optional.ofNullable(light)
            .map(AVContentLightMetadata::new)
            .map(l -> new ContentLight(l.MaxCLL(), l.MaxFALL())));
  }

  private static Optional<MasteringDisplay> display(AVMasteringDisplayMetadata display) {
    if (display.has_primaries() == 0 || display.has_luminance() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new MasteringDisplay(
            point(display, 0),
            point(display, 1),
            point(display, 2),
            new Point(
                scaled(display.white_point(0), POINTS_PER_UNIT),
                scaled(display.white_point(1), POINTS_PER_UNIT)),
            scaled(display.max_luminance(), LUMINANCES_PER_NIT),
            scaled(display.min_luminance(), LUMINANCES_PER_NIT)));
  }

  private static Point point(AVMasteringDisplayMetadata display, int primary) {
    return new Point(
        scaled(display.display_primaries(primary, 0), POINTS_PER_UNIT),
        scaled(display.display_primaries(primary, 1), POINTS_PER_UNIT));
  }

  private static int scaled(AVRational value, int unit) {
    return (int) FFmpeg.rational(value).times(unit).round();
  }

  /** AVDOVIDecoderConfigurationRecord, a row of bytes that the Java binding does not know. */
  private static HdrScan.DolbyVision dolbyVision(BytePointer dolby) {
    return new HdrScan.DolbyVision(
        dolby.get(DOLBY_PROFILE) & 0xff, dolby.get(DOLBY_COMPATIBILITY) & 0xff);
  }

  private static BytePointer data(AVCodecParameters parameters, int type) {
    AVPacketSideData data =
        av_packet_side_data_get(
            parameters.coded_side_data(), parameters.nb_coded_side_data(), type);
    return data == null || data.isNull() ? null : data.data();
  }

  private static BytePointer data(AVFrame frame, int type) {
    AVFrameSideData data = av_frame_get_side_data(frame, type);
    return data == null || data.isNull() ? null : data.data();
  }
}
