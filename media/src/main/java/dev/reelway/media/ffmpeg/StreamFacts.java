package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_INTERLACED;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_profile_name;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEFAULT;
import static org.bytedeco.ffmpeg.global.avformat.av_disposition_to_string;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_describe;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;
import static org.bytedeco.ffmpeg.global.avutil.av_get_media_type_string;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.media.scan.StreamScan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.IntPointer;

/** Turns FFmpeg's structures into {@link StreamScan}s. */
final class StreamFacts {

  private static final int UNSPECIFIED = 2;

  /** Subtitles in MP4 that FFmpeg takes for data, by their sample entries. */
  private static final Map<Integer, String> TEXT_TAGS =
      Map.of(tag("wvtt"), "wvtt", tag("stpp"), "ttml");

  private StreamFacts() {}

  /**
   * The facts of one stream.
   *
   * @param frames displayable frames, none unless it is a video stream
   * @param first the first decoded frame, null if there is none
   * @param encrypted whether its samples are encrypted
   * @param captionChannels CEA-608 channels with text in its pictures
   */
  static StreamScan describe(
      AVStream stream,
      PacketIndex packets,
      Frames frames,
      FirstFrame first,
      boolean encrypted,
      List<Integer> captionChannels) {
    AVCodecParameters parameters = stream.codecpar();
    int type = parameters.codec_type();
    boolean attached = (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
    AVCodec decoder = avcodec_find_decoder(parameters.codec_id());
    return new StreamScan(
        stream.index(),
        TEXT_TAGS.containsKey(parameters.codec_tag())
            ? "subtitle"
            : FFmpeg.text(av_get_media_type_string(type)),
        codec(parameters),
        FFmpeg.text(avcodec_profile_name(parameters.codec_id(), parameters.profile())),
        decoder != null && !decoder.isNull(),
        attached,
        encrypted,
        (stream.disposition() & AV_DISPOSITION_DEFAULT) != 0,
        dispositions(stream),
        captionChannels,
        tag(stream, "language").orElse("und"),
        tag(stream, "title").or(() -> tag(stream, "handler_name")).orElse(""),
        FFmpeg.rational(stream.time_base()),
        packets.packets(),
        packets.bytes(),
        packets.firstTicks(),
        packets.endTicks(),
        type == AVMEDIA_TYPE_VIDEO
            ? Optional.of(video(stream, packets, frames, first))
            : Optional.empty(),
        type == AVMEDIA_TYPE_AUDIO ? Optional.of(audio(parameters)) : Optional.empty());
  }

  /** FFmpeg's name of the codec, or ours where it has none; empty if it is not known. */
  static String codec(AVCodecParameters parameters) {
    String ours = TEXT_TAGS.get(parameters.codec_tag());
    if (ours != null) {
      return ours;
    }
    return parameters.codec_id() == 0 ? "" : FFmpeg.text(avcodec_get_name(parameters.codec_id()));
  }

  private static List<String> dispositions(AVStream stream) {
    List<String> names = new ArrayList<>();
    for (int bit = 1; bit > 0; bit <<= 1) {
      if ((stream.disposition() & bit) != 0) {
        String name = FFmpeg.text(av_disposition_to_string(bit));
        if (!name.isEmpty()) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /**
   * When frames are shown.
   *
   * @param times rising, each once
   * @param seekable whether decoding from any key packet gives the same times
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
  record Frames(long[] times, boolean seekable) {}

  /**
   * What only a decoded picture tells.
   *
   * @param ticks its presentation time
   * @param width decoded width in pixels
   * @param height decoded height in pixels
   * @param pixelFormat FFmpeg's number
   * @param interlaced whether it consists of two fields
   * @param primaries H.273 code point
   * @param transfer H.273 code point
   * @param matrix H.273 code point
   * @param fullRange whether it uses the full code range
   * @param sampleAspectRatio zero if unknown
   */
  record FirstFrame(
      long ticks,
      int width,
      int height,
      int pixelFormat,
      boolean interlaced,
      int primaries,
      int transfer,
      int matrix,
      boolean fullRange,
      Rational sampleAspectRatio) {

    static FirstFrame of(AVFrame frame) {
      return new FirstFrame(
          frame.best_effort_timestamp(),
          frame.width(),
          frame.height(),
          frame.format(),
          (frame.flags() & AV_FRAME_FLAG_INTERLACED) != 0,
          frame.color_primaries(),
          frame.color_trc(),
          frame.colorspace(),
          frame.color_range() == AVCOL_RANGE_JPEG,
          FFmpeg.rational(frame.sample_aspect_ratio()));
    }
  }

  private static StreamScan.Video video(
      AVStream stream, PacketIndex packets, Frames frames, FirstFrame first) {
    AVCodecParameters parameters = stream.codecpar();
    int format = first != null ? first.pixelFormat() : parameters.format();
    double rotation = displayRotation(parameters);
    // Between seek points that lie closer than a second, decoding on is cheaper than remembering.
    Rational timeBase = FFmpeg.rational(stream.time_base());
    long thinning = timeBase.signum() > 0 ? timeBase.inverse().floor() : 0;
    return new StreamScan.Video(
        first != null ? first.width() : parameters.width(),
        first != null ? first.height() : parameters.height(),
        sampleAspectRatio(stream, first),
        Math.floorMod(Math.round(-rotation / 90) * 90, 360),
        mirrored(parameters),
        FFmpeg.text(av_get_pix_fmt_name(format)),
        bitDepth(format),
        known(first != null ? first.primaries() : UNSPECIFIED, parameters.color_primaries()),
        known(first != null ? first.transfer() : UNSPECIFIED, parameters.color_trc()),
        known(first != null ? first.matrix() : UNSPECIFIED, parameters.color_space()),
        parameters.color_range() == AVCOL_RANGE_JPEG || (first != null && first.fullRange()),
        interlaced(parameters, first),
        FFmpeg.rational(stream.avg_frame_rate()),
        TickRuns.of(frames.times()),
        frames.seekable() ? packets.seekPoints(thinning) : List.of());
  }

  private static boolean interlaced(AVCodecParameters parameters, FirstFrame first) {
    // AV_FIELD_UNKNOWN = 0 and AV_FIELD_PROGRESSIVE = 1; all others name a field order.
    return parameters.field_order() > 1 || (first != null && first.interlaced());
  }

  private static Rational sampleAspectRatio(AVStream stream, FirstFrame first) {
    Rational container = FFmpeg.rational(stream.sample_aspect_ratio());
    if (container.signum() > 0) {
      return container;
    }
    return first != null && first.sampleAspectRatio().signum() > 0
        ? first.sampleAspectRatio()
        : Rational.ONE;
  }

  private static int known(int fromPicture, int fromContainer) {
    return fromPicture == UNSPECIFIED || fromPicture == 0 ? fromContainer : fromPicture;
  }

  private static int bitDepth(int format) {
    AVPixFmtDescriptor descriptor = av_pix_fmt_desc_get(format);
    return descriptor == null || descriptor.isNull() ? 0 : descriptor.comp(0).depth();
  }

  private static StreamScan.Audio audio(AVCodecParameters parameters) {
    byte[] layout = new byte[128];
    av_channel_layout_describe(parameters.ch_layout(), layout, layout.length);
    String name = new String(layout, StandardCharsets.US_ASCII);
    return new StreamScan.Audio(
        parameters.sample_rate(),
        parameters.ch_layout().nb_channels(),
        name.substring(0, Math.max(0, name.indexOf(0))));
  }

  private static IntPointer displayMatrix(AVCodecParameters parameters) {
    AVPacketSideData data =
        av_packet_side_data_get(
            parameters.coded_side_data(),
            parameters.nb_coded_side_data(),
            AV_PKT_DATA_DISPLAYMATRIX);
    return data == null || data.isNull() ? null : new IntPointer(data.data());
  }

  private static double displayRotation(AVCodecParameters parameters) {
    IntPointer matrix = displayMatrix(parameters);
    double degrees = matrix == null ? 0 : av_display_rotation_get(matrix);
    return Double.isNaN(degrees) ? 0 : degrees;
  }

  // A display matrix [a b; c d] mirrors when its determinant is negative.
  private static boolean mirrored(AVCodecParameters parameters) {
    IntPointer matrix = displayMatrix(parameters);
    return matrix != null
        && (double) matrix.get(0) * matrix.get(4) - (double) matrix.get(1) * matrix.get(3) < 0;
  }

  private static int tag(String letters) {
    return letters.charAt(0)
        | letters.charAt(1) << 8
        | letters.charAt(2) << 16
        | letters.charAt(3) << 24;
  }

  private static Optional<String> tag(AVStream stream, String key) {
    AVDictionaryEntry entry = av_dict_get(stream.metadata(), key, null, 0);
    return entry == null || entry.isNull()
        ? Optional.empty()
        : Optional.of(FFmpeg.text(entry.value()));
  }
}
