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
import static org.bytedeco.ffmpeg.global.avutil.AV_CPU_FLAG_AVX512;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_get_cpu_flags;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.time.Rational;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * x264 with every setting pinned, so that chunks of a title join: closed GOPs, one thread, the same
 * parameter sets in every chunk (media rules 11, 12 and 14).
 */
final class X264Encoder implements AutoCloseable {

  /** Receives encoded pictures in decode order. */
  @FunctionalInterface
  interface PacketSink {

    /**
     * Takes one picture.
     *
     * @param accessUnit Annex B bytes
     * @param frame the number given to {@link #encode}
     * @return whether more pictures are wanted; if not, the encoder is not drained any further
     */
    boolean accept(byte[] accessUnit, long frame);
  }

  private final AVCodecContext context;
  private final AVPacket packet = av_packet_alloc();

  /**
   * Opens an encoder.
   *
   * @param gopFrames distance of forced key frames, in frames of the rung
   */
  X264Encoder(RungPlan rung, int gopFrames) {
    AVCodec codec = avcodec_find_encoder_by_name("libx264");
    if (codec == null || codec.isNull()) {
      throw new ReelwayException(
          FailureKind.USAGE_INVALID,
          "This FFmpeg build has no x264: it is the LGPL build. Use the GPL natives for H.264.");
    }
    context = avcodec_alloc_context3(codec);
    picture(rung);
    Rational rate = rung.rate().framesPerSecond();
    context.time_base().num((int) rate.denominator()).den((int) rate.numerator());
    context.framerate().num((int) rate.numerator()).den((int) rate.denominator());
    context.thread_count(1);
    context.flags(AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_CLOSED_GOP);
    context.level(rung.level());
    context.gop_size(gopFrames);
    context.rc_max_rate(rung.maxBitsPerSecond());
    context.rc_buffer_size((int) rung.bufferBits());
    context.rc_initial_buffer_occupancy((int) (rung.bufferBits() / 2));
    AVDictionary options = FFmpeg.dictionary(options(rung));
    int opened = avcodec_open2(context, codec, options);
    av_dict_free(options);
    FFmpeg.check(opened, "open x264 for " + rung.name());
  }

  private void picture(RungPlan rung) {
    context.width(rung.width()).height(rung.height());
    context.pix_fmt(AV_PIX_FMT_YUV420P);
    context.sample_aspect_ratio().num(1).den(1);
    context.color_primaries(rung.colour().primaries());
    context.color_trc(rung.colour().transfer());
    context.colorspace(rung.colour().matrix());
    context.color_range(AVCOL_RANGE_MPEG);
    context.chroma_sample_location(AVCHROMA_LOC_LEFT);
  }

  private static Map<String, String> options(RungPlan rung) {
    // CRF 0 is lossless, which only High 4:4:4 Predictive allows.
    boolean lossless = rung.crf().signum() == 0;
    Map<String, String> options = new LinkedHashMap<>();
    options.put("preset", rung.preset());
    options.put("crf", String.format(java.util.Locale.ROOT, "%.3f", rung.crf().toDouble()));
    options.put("profile", lossless ? "high444" : "high");
    options.put("forced-idr", "1");
    // stitchable: nothing in the PPS may depend on the content or on the rate factor.
    options.put("x264-params", "stitchable=1:force-cfr=1" + instructions());
    return options;
  }

  // Where a row of macroblocks does not fill a vector (426, 854 and 960 pixels), x264's AVX-512
  // code
  // for mbtree reads memory that nobody has written, and the same picture is encoded differently
  // each time. Everything below AVX-512 gives one result, the same on all of them and as fast.
  private static String instructions() {
    boolean avx512 = (av_get_cpu_flags() & AV_CPU_FLAG_AVX512) != 0;
    return avx512 ? ":asm=MMX2,SSE2Fast,SSSE3,SSE4.2,AVX,FMA3,BMI2,AVX2" : "";
  }

  /** Annex B parameter sets. */
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
    FFmpeg.check(avcodec_send_frame(context, picture), "send picture to x264");
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
      FFmpeg.check(received, "receive picture from x264");
    }
  }

  @Override
  public void close() {
    av_packet_free(packet);
    avcodec_free_context(context);
  }
}
