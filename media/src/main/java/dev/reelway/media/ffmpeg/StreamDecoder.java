package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_ADPCM_IMA_QT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_FIRST_AUDIO;
import static org.bytedeco.ffmpeg.global.avcodec.av_shrink_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Decodes the packets of one stream, one thread, frames in presentation order. */
final class StreamDecoder implements AutoCloseable {

  /** 8K with room to spare; a header that asks for more is refused before memory is taken. */
  static final long MAX_PIXELS = 64L << 20;

  /** Receives decoded frames; the frame is only valid during the call. */
  @FunctionalInterface
  interface FrameSink {

    /**
     * Takes one frame.
     *
     * @return whether more frames are wanted
     */
    boolean accept(AVFrame frame);
  }

  private final AVCodecContext context;
  private final AVRational aspect;
  private final AVFrame frame = av_frame_alloc();
  private long lastTicks = FFmpeg.NO_TICKS;
  private long lastStep;

  private StreamDecoder(AVCodecContext context, AVRational aspect) {
    this.context = context;
    this.aspect = aspect;
  }

  /** A decoder for {@code stream}. */
  static StreamDecoder open(AVStream stream) {
    AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
    if (codec == null || codec.isNull()) {
      throw new ReelwayException(
          FailureKind.MASTER_UNSUPPORTED, "Stream " + stream.index() + " has no decoder.");
    }
    AVCodecContext context = avcodec_alloc_context3(codec);
    StreamDecoder decoder = new StreamDecoder(context, stream.sample_aspect_ratio());
    try {
      FFmpeg.check(
          avcodec_parameters_to_context(context, stream.codecpar()), "copy stream parameters");
      context.pkt_timebase(stream.time_base());
      context.thread_count(1);
      context.max_pixels(MAX_PIXELS);
      FFmpeg.check(
          avcodec_open2(context, codec, (AVDictionary) null),
          FailureKind.MASTER_UNSUPPORTED,
          "Stream " + stream.index() + " cannot be decoded");
      return decoder;
    } catch (ReelwayException e) {
      decoder.close();
      throw e;
    }
  }

  AVCodecContext context() {
    return context;
  }

  /**
   * Decodes one packet; null flushes the decoder.
   *
   * @return the decoder's own verdict on the packet: negative when it could not decode it
   */
  int decode(AVPacket packet, FrameSink sink) {
    if (packet != null && endsInsideASample(packet)) {
      av_shrink_packet(packet, packet.size() - packet.size() % context.block_align());
    }
    int sent = avcodec_send_packet(context, packet);
    int received = 0;
    while (received >= 0) {
      received = avcodec_receive_frame(context, frame);
      if (received >= 0) {
        completeTime(packet == null);
        if (aspect.num() > 0) {
          frame.sample_aspect_ratio(aspect); // what the container says counts more
        }
        boolean more = sink.accept(frame);
        av_frame_unref(frame);
        if (!more) {
          return sent;
        }
      }
    }
    if (sent < 0 && sent != AVERROR_EOF) {
      return sent;
    }
    return received == FFmpeg.AGAIN || received == AVERROR_EOF ? 0 : received;
  }

  // The padding behind uncompressed sound may look like the start of one more sample.
  private boolean endsInsideASample(AVPacket packet) {
    int codec = context.codec_id();
    boolean uncompressed = codec >= AV_CODEC_ID_FIRST_AUDIO && codec < AV_CODEC_ID_ADPCM_IMA_QT;
    return uncompressed
        && context.block_align() > 0
        && packet.size() > context.block_align()
        && packet.size() % context.block_align() != 0;
  }

  // Pictures that come out when the decoder is drained have no time of their own, or a past one, if
  // the container knows decode times only; they follow at the pace of those before them.
  private void completeTime(boolean draining) {
    long ticks = frame.best_effort_timestamp();
    boolean unknown = ticks == FFmpeg.NO_TICKS || (draining && ticks <= lastTicks);
    if (unknown && lastStep > 0) {
      ticks = lastTicks + lastStep;
      frame.best_effort_timestamp(ticks);
    }
    lastStep = lastTicks == FFmpeg.NO_TICKS ? 0 : ticks - lastTicks;
    lastTicks = ticks;
  }

  /** Whether the decoder says that it had to invent parts of the picture. */
  static boolean damaged(AVFrame frame) {
    return frame.decode_error_flags() != 0 || (frame.flags() & AV_FRAME_FLAG_CORRUPT) != 0;
  }

  @Override
  public void close() {
    av_frame_free(frame);
    avcodec_free_context(context);
  }
}
