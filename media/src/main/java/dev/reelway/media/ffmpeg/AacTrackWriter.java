package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.isobmff.Sample;
import dev.reelway.media.task.AudioTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Encodes planar float sound to AAC-LC and writes it cut into segments. Exactly the planned number
 * of samples goes in: what is missing at the end is silence, what is too much is dropped.
 */
final class AacTrackWriter implements AutoCloseable {

  private static final int FRAME = SegmentGrid.AAC_FRAME_SAMPLES;

  private final AudioPlan plan;
  private final SegmentGrid grid;
  private final AVCodecContext context;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private final PartFile part;
  private final List<Sample> samples = new ArrayList<>();
  private final List<byte[]> payload = new ArrayList<>();
  private long taken;
  private int filled;
  private long packets;
  private int segment;

  AacTrackWriter(Path file, AudioTask task) throws IOException {
    this.plan = task.plan();
    this.grid = task.grid();
    this.context = avcodec_alloc_context3(avcodec_find_encoder(AV_CODEC_ID_AAC));
    context.sample_rate(plan.sampleRate());
    context.sample_fmt(SoundTimeline.outputFormat());
    context.bit_rate(plan.bitsPerSecond());
    context.time_base().num(1).den(plan.sampleRate());
    context.flags(AV_CODEC_FLAG_GLOBAL_HEADER);
    av_channel_layout_default(context.ch_layout(), plan.channels());
    FFmpeg.check(
        avcodec_open2(context, context.codec(), (AVDictionary) null), "open the AAC encoder");
    if (context.frame_size() != FRAME || context.initial_padding() != plan.primingSamples()) {
      throw new ReelwayException(
          FailureKind.INVARIANT_BROKEN, "The AAC encoder's frames are not as planned.");
    }
    allocateFrame();
    byte[] config = new byte[context.extradata_size()];
    context.extradata().get(config);
    this.part = PartFile.audio(file, plan, config);
  }

  private void allocateFrame() {
    frame.format(context.sample_fmt()).sample_rate(plan.sampleRate()).nb_samples(FRAME);
    FFmpeg.check(av_channel_layout_copy(frame.ch_layout(), context.ch_layout()), "copy a layout");
    FFmpeg.check(av_frame_get_buffer(frame, 0), "allocate sound");
  }

  /** Samples taken so far, silence included. */
  long samples() {
    return taken;
  }

  /** Whether the track has all its samples. */
  boolean complete() {
    return taken >= plan.samples();
  }

  /** Takes sound in the encoder's format and rate. */
  void accept(AVFrame sound) {
    int offset = 0;
    while (offset < sound.nb_samples() && !complete()) {
      int count =
          (int)
              Math.min(
                  Math.min(FRAME - filled, sound.nb_samples() - offset), plan.samples() - taken);
      for (int channel = 0; channel < plan.channels(); channel++) {
        copy(sound, channel, offset, count);
      }
      offset += count;
      advance(count);
    }
  }

  private void copy(AVFrame sound, int channel, int offset, int count) {
    float[] values = new float[count];
    new FloatPointer(sound.extended_data(channel)).getPointer(offset).get(values);
    new FloatPointer(frame.extended_data(channel)).getPointer(filled).put(values);
  }

  private void advance(int count) {
    filled += count;
    taken += count;
    if (filled == FRAME) {
      encode(FRAME);
    }
  }

  /** Fills the track up with silence and writes the last segment. */
  void finish() {
    while (!complete()) {
      int count = (int) Math.min(FRAME - filled, plan.samples() - taken);
      for (int channel = 0; channel < plan.channels(); channel++) {
        new FloatPointer(frame.extended_data(channel)).getPointer(filled).put(new float[count]);
      }
      advance(count);
    }
    if (filled > 0) {
      encode(filled);
    }
    send(null);
    if (packets != plan.frames() || segment != grid.segmentCount()) {
      throw new ReelwayException(
          FailureKind.INVARIANT_BROKEN,
          "The AAC encoder gave " + packets + " of " + plan.frames() + " frames.");
    }
  }

  private void encode(int count) {
    frame.nb_samples(count);
    frame.pts(taken - count);
    send(frame);
    filled = 0;
    // The encoder may still hold the frame's buffers; writing on needs its own copy.
    frame.nb_samples(FRAME);
    FFmpeg.check(av_frame_make_writable(frame), "renew the sound buffer");
  }

  private void send(AVFrame sound) {
    FFmpeg.check(avcodec_send_frame(context, sound), "send sound to the AAC encoder");
    while (avcodec_receive_packet(context, packet) >= 0) {
      byte[] bytes = new byte[packet.size()];
      packet.data().get(bytes);
      av_packet_unref(packet);
      if (packets < plan.frames()) {
        take(bytes);
      }
    }
  }

  private void take(byte[] bytes) {
    samples.add(new Sample(FRAME, bytes.length, 0, true));
    payload.add(bytes);
    packets++;
    long end =
        grid.firstAudioFrame(segment + 1, plan.sampleRate(), plan.primingSamples(), plan.frames());
    if (packets == end) {
      try {
        part.fragment(segment + 1, (packets - samples.size()) * FRAME, samples, payload);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      samples.clear();
      payload.clear();
      segment++;
    }
  }

  @Override
  public void close() throws IOException {
    av_frame_free(frame);
    av_packet_free(packet);
    avcodec_free_context(context);
    if (part != null) {
      part.close();
    }
  }
}
