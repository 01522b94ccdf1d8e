package dev.reelway.media.ffmpeg;

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
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.AudioCodec;
import dev.reelway.contracts.plan.AudioPlan;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** One of FFmpeg's sound encoders: whole frames of samples in, packets out. */
final class SoundEncoder implements AutoCloseable {

  private final AudioPlan plan;
  private final AVCodecContext context;
  private final SoundFrame frame;
  private final AVPacket packet = av_packet_alloc();

  SoundEncoder(AudioPlan plan) {
    this.plan = plan;
    AVCodec codec = avcodec_find_encoder_by_name(encoderName(plan.codec()));
    int format = plan.codec() == AudioCodec.OPUS ? AV_SAMPLE_FMT_FLT : AV_SAMPLE_FMT_FLTP;
    this.context = avcodec_alloc_context3(codec);
    this.frame =
        new SoundFrame(
            format,
            plan.sampleRate(),
            layout(plan.codec(), plan.channels()),
            plan.codec().frameSamples());
    context.sample_rate(plan.sampleRate());
    context.sample_fmt(format);
    context.bit_rate(plan.bitsPerSecond());
    context.time_base().num(1).den(plan.sampleRate());
    context.flags(AV_CODEC_FLAG_GLOBAL_HEADER);
    frame.copyLayoutTo(context.ch_layout());
    FFmpeg.check(avcodec_open2(context, codec, (AVDictionary) null), "open " + plan.codec());
    if (context.frame_size() != plan.codec().frameSamples()
        || context.initial_padding() != plan.primingSamples()) {
      throw new ReelwayException(
          FailureKind.INVARIANT_BROKEN, "The encoder's sound frames are not as planned.");
    }
  }

  /** The layout that a rendition of so many channels has, by FFmpeg's name. */
  static String layout(AudioCodec codec, int channels) {
    boolean dolby = codec == AudioCodec.AC3 || codec == AudioCodec.EAC3;
    return switch (channels) {
      case 2 -> "stereo";
      // The surrounds of Dolby are at the sides, those of AAC's 5.1 behind: the same loudspeakers.
      case 6 -> dolby ? "5.1(side)" : "5.1";
      case 8 -> "7.1";
      default ->
          throw new ReelwayException(
              FailureKind.INVARIANT_BROKEN, "There is no layout of " + channels + " channels.");
    };
  }

  private static String encoderName(AudioCodec codec) {
    return switch (codec) {
      case AAC -> "aac";
      case AC3 -> "ac3";
      case EAC3 -> "eac3";
      case OPUS -> "libopus";
    };
  }

  /** The decoder configuration, empty for codecs that have none. */
  byte[] extradata() {
    byte[] config = new byte[context.extradata_size()];
    if (config.length > 0) {
      context.extradata().get(config);
    }
    return config;
  }

  /**
   * Encodes one whole frame.
   *
   * @param channels one array per channel
   */
  void encode(float[][] channels, Consumer<byte[]> sink) {
    frame.write(channels, plan.codec().frameSamples());
    FFmpeg.check(avcodec_send_frame(context, frame.frame()), "encode sound");
    while (avcodec_receive_packet(context, packet) >= 0) {
      byte[] bytes = new byte[packet.size()];
      packet.data().get(bytes);
      av_packet_unref(packet);
      sink.accept(bytes);
    }
  }

  @Override
  public void close() {
    frame.close();
    av_packet_free(packet);
    avcodec_free_context(context);
  }
}
