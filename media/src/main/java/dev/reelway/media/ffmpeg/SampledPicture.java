package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.master.SeekPoint;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.media.scan.PictureAnalysis;
import dev.reelway.media.task.AnalysisTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A picture that is looked at in samples: single key pictures over the whole title first, then some
 * runs of consecutive pictures, and whatever lies between key pictures that are black or alike.
 *
 * <pre>
 *  keys       ·    ·    ·    ■    ■    ·    ·    ·      ■ black
 *  runs     ====       ==================       ====    the middle one because of the two ■
 * </pre>
 */
final class SampledPicture {

  private final MasterBytes source;
  private final AnalysisTask.Picture picture;
  private final AnalysisTask task;
  private final IntConsumer progress;

  /**
   * A picture of {@code source}.
   *
   * @param progress is told the size of each packet that was decoded
   */
  SampledPicture(
      MasterBytes source, AnalysisTask.Picture picture, AnalysisTask task, IntConsumer progress) {
    this.source = source;
    this.picture = picture;
    this.task = task;
    this.progress = progress;
  }

  PictureAnalysis run() {
    try (MasterInput input = MasterInput.open(source, task.clock())) {
      input.readOnly(Set.of(picture.stream()));
      Rational timeBase = FFmpeg.rational(input.stream(picture.stream()).time_base());
      try (PictureMeter meter = new PictureMeter(timeBase, picture.frames());
          DetailMeter detail = new DetailMeter(timeBase);
          KeyPictures keys = new KeyPictures(timeBase)) {
        for (SeekPoint key : picture.keys()) {
          decode(input, key, frame -> keys.take(frame, key));
        }
        List<AnalysisTask.Run> runs = new ArrayList<>(picture.stretches());
        runs.addAll(keys.suspects(picture));
        TickStretches damage = new TickStretches();
        for (AnalysisTask.Run run : runs) {
          look(input, run, meter, detail, damage);
        }
        keys.unseen(meter);
        return result(timeBase, meter, keys, detail, damage);
      }
    }
  }

  private PictureAnalysis result(
      Rational timeBase,
      PictureMeter meter,
      KeyPictures keys,
      DetailMeter detail,
      TickStretches damage) {
    return new PictureAnalysis(
        false,
        meter.frames() + keys.frames(),
        meter.black().onTitle(timeBase, task.originSeconds()),
        meter.frozen().onTitle(timeBase, task.originSeconds()),
        meter.fields(),
        meter.cadences(),
        meter.content().map(box -> keys.content().map(box::with).orElse(box)).or(keys::content),
        detail.share(),
        damage.onTitle(timeBase, task.originSeconds()));
  }

  private void look(
      MasterInput input,
      AnalysisTask.Run run,
      PictureMeter meter,
      DetailMeter detail,
      TickStretches damage) {
    TickRuns frames = picture.frames();
    int from = frames.indexFrom(run.start().presentationTicks());
    int end = Math.min(frames.size(), frames.indexFrom(run.toTicks()) + 1);
    DamageWatch watch = new DamageWatch(frames, from, end, false, damage);
    long[] taken = {0};
    decode(
        input,
        run.start(),
        new Sink() {
          @Override
          public boolean accept(AVFrame frame) {
            long ticks = frame.best_effort_timestamp();
            if (ticks < run.start().presentationTicks()) {
              return true;
            }
            watch.take(frame);
            if (taken[0]++ == 0) {
              detail.take(frame);
            }
            meter.take(frame);
            return ticks < run.toTicks();
          }

          @Override
          public void failed(long ticks) {
            watch.failed(ticks);
          }
        });
    meter.pause();
  }

  /** What becomes of decoded pictures. */
  @FunctionalInterface
  interface Sink {

    /** Takes a picture; says whether more are wanted. */
    boolean accept(AVFrame frame);

    /** A packet could not be decoded. */
    default void failed(long ticks) {}
  }

  private void decode(MasterInput input, SeekPoint start, Sink sink) {
    input.enter(picture.stream(), start);
    try (StreamDecoder decoder = StreamDecoder.open(input.stream(picture.stream()))) {
      boolean[] more = {true};
      for (AVPacket packet = input.next(); packet != null && more[0]; packet = input.next()) {
        boolean usable = packet.dts() == FFmpeg.NO_TICKS || packet.dts() >= start.decodeTicks();
        if (packet.stream_index() == picture.stream() && usable) {
          int result = decoder.decode(packet, frame -> more[0] = sink.accept(frame));
          if (result < 0 && result != FFmpeg.AGAIN && more[0]) {
            sink.failed(packet.pts());
          }
          progress.accept(packet.size());
        }
        av_packet_unref(packet);
      }
      if (more[0]) {
        decoder.decode(null, sink::accept);
      }
    }
  }
}
