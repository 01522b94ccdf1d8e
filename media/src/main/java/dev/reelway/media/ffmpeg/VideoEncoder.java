package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_CLOSED_GOP;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_LEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_count;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.time.Rational;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * An encoder with every setting pinned, so that chunks of a title join: closed GOPs, one thread,
 * the same parameter sets in every chunk (media rules 11, 12 and 14). What differs from codec to
 * codec is in {@link EncoderSettings}.
 */
final class VideoEncoder implements AutoCloseable {

  /** Receives encoded pictures in decode order. */
  @FunctionalInterface
  interface PacketSink {

    /**
     * Takes one picture.
     *
     * @param accessUnit as the encoder gives it: Annex B, or a temporal unit of AV1
     * @param frame the number given to {@link #encode}
     * @return whether more pictures are wanted; if not, the encoder is not drained any further
     */
    boolean accept(byte[] accessUnit, long frame);
  }

  private final String library;
  private final AVCodecContext context;
  private final AVPacket packet = av_packet_alloc();

  /**
   * Opens an encoder.
   *
   * @param gopFrames distance of forced key frames, in frames of the rung
   * @param strict see {@link EncoderSettings#options}
   */
  VideoEncoder(RungPlan rung, int gopFrames, boolean strict) {
    EncoderSettings settings = EncoderSettings.of(rung.codec());
    library = settings.library();
    AVCodec codec = avcodec_find_encoder_by_name(library);
    if (codec == null || codec.isNull()) {
      throw new ReelwayException(
          FailureKind.USAGE_INVALID,
          "This FFmpeg build has no %s for %s. Use the GPL natives, which have all encoders."
              .formatted(library, rung.codec()));
    }
    context = avcodec_alloc_context3(codec);
    picture(rung);
    Rational rate = rung.rate().framesPerSecond();
    context.time_base().num((int) rate.denominator()).den((int) rate.numerator());
    context.framerate().num((int) rate.numerator()).den((int) rate.denominator());
    context.thread_count(1);
    context.flags(AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_CLOSED_GOP);
    context.gop_size(gopFrames);
    settings.configure(context, rung);
    AVDictionary options = FFmpeg.dictionary(settings.options(rung, strict));
    int opened = avcodec_open2(context, codec, options);
    boolean understood = av_dict_count(options) == 0;
    av_dict_free(options);
    FFmpeg.check(opened, "open " + library + " for " + rung.name());
    if (!understood) {
      throw new ReelwayException(
          FailureKind.INVARIANT_BROKEN,
          library + " does not know a setting of " + rung.name() + ".");
    }
  }

  private void picture(RungPlan rung) {
    context.width(rung.width()).height(rung.height());
    context.pix_fmt(PixelFormats.number(rung));
    context.sample_aspect_ratio().num(1).den(1);
    context.color_primaries(rung.colour().primaries());
    context.color_trc(rung.colour().transfer());
    context.colorspace(rung.colour().matrix());
    context.color_range(AVCOL_RANGE_MPEG);
    context.chroma_sample_location(AVCHROMA_LOC_LEFT);
  }

  /** Parameter sets in Annex B, or the sequence header of AV1. */
  byte[] parameterSets() {
    byte[] bytes = new byte[context.extradata_size()];
    context.extradata().get(bytes);
    return bytes;
  }

  /**
   * Encodes one picture, or drains the encoder when {@code picture} is null.
   *
   * @param frame the picture's number in the rung, rising
   * @param key whether it must be an IDR
   */
  void encode(AVFrame picture, long frame, boolean key, PacketSink sink) {
    if (picture != null) {
      picture.pts(frame);
      // A decoded picture carries its master's type, which would force it on the encoder.
      picture.pict_type(key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
    }
    FFmpeg.check(avcodec_send_frame(context, picture), "send picture to " + library);
    boolean more = true;
    int received = avcodec_receive_packet(context, packet);
    while (received >= 0 && more) {
      byte[] bytes = new byte[packet.size()];
      packet.data().get(bytes);
      long pts = packet.pts();
      av_packet_unref(packet);
      more = sink.accept(bytes, pts);
      received = more ? avcodec_receive_packet(context, packet) : received;
    }
    if (received < 0 && received != FFmpeg.AGAIN && received != AVERROR_EOF) {
      FFmpeg.check(received, "receive picture from " + library);
    }
  }

  @Override
  public void close() {
    av_packet_free(packet);
    avcodec_free_context(context);
  }
}
