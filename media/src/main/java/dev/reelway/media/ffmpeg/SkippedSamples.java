package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_SKIP_SAMPLES;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;

import dev.reelway.contracts.time.Rational;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;

/** An encoder's priming, which a decoder drops: sound starts only after it. */
final class SkippedSamples {

  /** Samples at the start, samples at the end (32 bits each), two reasons. */
  private static final int SIDE_DATA_BYTES = 10;

  private SkippedSamples() {}

  /** How much of the packet's beginning is dropped, in ticks of its stream. */
  static long ticks(AVStream stream, AVPacket packet) {
    Rational timeBase = FFmpeg.rational(stream.time_base());
    int rate = stream.codecpar().sample_rate();
    if (packet.side_data_elems() == 0 || rate <= 0 || timeBase.signum() <= 0) {
      return 0;
    }
    try (SizeTPointer size = new SizeTPointer(1)) {
      BytePointer data = av_packet_get_side_data(packet, AV_PKT_DATA_SKIP_SAMPLES, size);
      if (data == null || data.isNull() || size.get() < SIDE_DATA_BYTES) {
        return 0;
      }
      long samples = Integer.toUnsignedLong(data.capacity(SIDE_DATA_BYTES).getInt(0));
      return new Rational(samples, rate).dividedBy(timeBase).round();
    }
  }
}
