package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_from_string;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/** A native frame of floating-point sound that is filled again and again from Java arrays. */
final class SoundFrame implements AutoCloseable {

  private final AVFrame frame = av_frame_alloc();
  private final boolean planar;
  private final int capacity;

  /**
   * A frame.
   *
   * @param format planar or interleaved float
   * @param layout FFmpeg's name
   * @param capacity the most samples that it takes
   */
  SoundFrame(int format, int sampleRate, String layout, int capacity) {
    this.planar = format == AV_SAMPLE_FMT_FLTP;
    this.capacity = capacity;
    frame.format(format).sample_rate(sampleRate).nb_samples(capacity);
    FFmpeg.check(av_channel_layout_from_string(frame.ch_layout(), layout), "name a layout");
    FFmpeg.check(av_frame_get_buffer(frame, 0), "allocate sound");
  }

  void copyLayoutTo(AVChannelLayout target) {
    FFmpeg.check(av_channel_layout_copy(target, frame.ch_layout()), "copy a layout");
  }

  AVFrame frame() {
    return frame;
  }

  /** Fills the frame with the first {@code length} samples of {@code channels}. */
  void write(float[][] channels, int length) {
    // Whoever took the last content may still hold its buffers.
    frame.nb_samples(capacity);
    FFmpeg.check(av_frame_make_writable(frame), "renew the sound buffer");
    frame.nb_samples(length);
    if (planar) {
      for (int channel = 0; channel < channels.length; channel++) {
        new FloatPointer(frame.extended_data(channel)).put(channels[channel], 0, length);
      }
    } else {
      new FloatPointer(frame.extended_data(0)).put(interleaved(channels, length));
    }
  }

  private static float[] interleaved(float[][] channels, int length) {
    float[] values = new float[length * channels.length];
    int i = 0;
    for (int sample = 0; sample < length; sample++) {
      for (float[] channel : channels) {
        values[i++] = channel[sample];
      }
    }
    return values;
  }

  @Override
  public void close() {
    av_frame_free(frame);
  }
}
