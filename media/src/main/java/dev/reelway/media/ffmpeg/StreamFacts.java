package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_profile_name;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEFAULT;
import static org.bytedeco.ffmpeg.global.avformat.av_disposition_to_string;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_get_media_type_string;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.media.scan.CaptionScan;
import dev.reelway.media.scan.HdrScan;
import dev.reelway.media.scan.StreamScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;

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
   * @param pictures the first decoded pictures, null if there are none
   * @param encrypted whether its samples are encrypted
   * @param captions captions in it
   */
  static StreamScan describe(
      AVStream stream,
      PacketIndex packets,
      Frames frames,
      FirstPictures pictures,
      boolean encrypted,
      CaptionScan captions) {
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
        captions,
        tag(stream, "language").orElse("und"),
        tag(stream, "title").or(() -> tag(stream, "handler_name")).orElse(""),
        FFmpeg.rational(stream.time_base()),
        packets.packets(),
        packets.bytes(),
        packets.firstTicks(),
        packets.endTicks(),
        type == AVMEDIA_TYPE_VIDEO
            ? Optional.of(video(stream, packets, frames, pictures))
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
   * @param primaries H.273 code point
   * @param transfer H.273 code point
   * @param matrix H.273 code point
   * @param range FFmpeg's number, 0 if it does not say
   * @param sampleAspectRatio zero if unknown
   * @param hdr what it says about high dynamic range
   */
  record FirstFrame(
      long ticks,
      int width,
      int height,
      int pixelFormat,
      int primaries,
      int transfer,
      int matrix,
      int range,
      Rational sampleAspectRatio,
      HdrScan hdr) {

    /**
     * The facts of a picture.
     *
     * @param packets what the packets up to here say about high dynamic range
     */
    static FirstFrame of(AVFrame frame, HdrScan packets) {
      return new FirstFrame(
          frame.best_effort_timestamp(),
          frame.width(),
          frame.height(),
          frame.format(),
          frame.color_primaries(),
          frame.color_trc(),
          frame.colorspace(),
          frame.color_range(),
          FFmpeg.rational(frame.sample_aspect_ratio()),
          HdrFacts.of(frame).or(packets));
    }
  }

  private static StreamScan.Video video(
      AVStream stream, PacketIndex packets, Frames frames, FirstPictures pictures) {
    FirstFrame first = pictures == null ? null : pictures.first();
    AVCodecParameters parameters = stream.codecpar();
    int format = first != null ? first.pixelFormat() : parameters.format();
    DisplayFacts display = DisplayFacts.of(parameters);
    // Between seek points that lie closer than a second, decoding on is cheaper than remembering.
    Rational timeBase = FFmpeg.rational(stream.time_base());
    long thinning = timeBase.signum() > 0 ? timeBase.inverse().floor() : 0;
    return new StreamScan.Video(
        first != null ? first.width() : parameters.width(),
        first != null ? first.height() : parameters.height(),
        sampleAspectRatio(stream, first),
        display.crop(),
        display.mirrored(),
        display.rotationDegrees(),
        FFmpeg.text(av_get_pix_fmt_name(format)),
        bitDepth(format),
        known(first != null ? first.primaries() : UNSPECIFIED, parameters.color_primaries()),
        known(first != null ? first.transfer() : UNSPECIFIED, parameters.color_trc()),
        known(first != null ? first.matrix() : UNSPECIFIED, parameters.color_space()),
        (first != null && first.range() != 0 ? first.range() : parameters.color_range())
            == AVCOL_RANGE_JPEG,
        first != null ? first.hdr().or(HdrFacts.of(parameters)) : HdrFacts.of(parameters),
        pictures == null
            ? FieldOrder.PROGRESSIVE
            : pictures.fieldOrder(
                FFmpeg.text(avcodec_get_name(parameters.codec_id())), parameters.field_order()),
        FFmpeg.rational(stream.avg_frame_rate()),
        packets.changes(),
        TickRuns.of(frames.times()),
        frames.seekable() ? packets.seekPoints(thinning) : List.of());
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
    return new StreamScan.Audio(
        parameters.sample_rate(),
        parameters.ch_layout().nb_channels(),
        FFmpeg.layoutName(parameters.ch_layout()));
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
