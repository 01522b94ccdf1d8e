package dev.reelway.media.ffmpeg;

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

/** Encodes mixed sound and writes it cut into segments. */
final class AudioTrackWriter implements SoundSink, AutoCloseable {

  /** Frames that an encoder may hold back before it gives the first one. */
  private static final int LONGEST_DELAY = 8;

  private final Path file;
  private final AudioPlan plan;
  private final SegmentGrid grid;
  private final SoundEncoder encoder;
  private final int frameSamples;
  private final float[][] frame;
  private final List<Sample> samples = new ArrayList<>();
  private final List<byte[]> payload = new ArrayList<>();
  private PartFile part;
  private int filled;
  private long packets;
  private int segment;

  AudioTrackWriter(Path file, AudioTask task) {
    this.file = file;
    this.plan = task.plan();
    this.grid = task.grid();
    this.encoder = new SoundEncoder(plan);
    this.frameSamples = plan.codec().frameSamples();
    this.frame = new float[plan.channels()][frameSamples];
  }

  @Override
  public void accept(float[][] sound, int length) {
    int offset = 0;
    while (offset < length) {
      int count = Math.min(frameSamples - filled, length - offset);
      for (int channel = 0; channel < frame.length; channel++) {
        System.arraycopy(sound[channel], offset, frame[channel], filled, count);
      }
      offset += count;
      filled += count;
      if (filled == frameSamples) {
        encode();
      }
    }
  }

  /** Pushes the last samples out of the encoder with silence and writes the last segment. */
  void finish() {
    float[][] silence = new float[frame.length][frameSamples];
    for (int i = 0; i <= LONGEST_DELAY && packets < plan.frames(); i++) {
      accept(silence, frameSamples - filled);
    }
    if (packets != plan.frames() || segment != grid.segmentCount()) {
      throw new ReelwayException(
          FailureKind.INVARIANT_BROKEN,
          "The sound encoder gave " + packets + " of " + plan.frames() + " frames.");
    }
  }

  private void encode() {
    filled = 0;
    encoder.encode(frame, this::take);
  }

  private void take(byte[] bytes) {
    if (packets == plan.frames()) {
      return;
    }
    try {
      if (part == null) {
        part = PartFile.audio(file, plan, encoder.extradata(), bytes);
      }
      samples.add(new Sample(frameSamples, bytes.length, 0, true));
      payload.add(bytes);
      packets++;
      if (packets == plan.firstFrame(grid, segment + 1)) {
        endSegment();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void endSegment() throws IOException {
    long start = (packets - samples.size()) * frameSamples;
    part.fragment(segment + 1, start, samples, payload);
    samples.clear();
    payload.clear();
    segment++;
  }

  @Override
  public void close() throws IOException {
    encoder.close();
    if (part != null) {
      part.close();
    }
  }
}
