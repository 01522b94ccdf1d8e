package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.scan.SoundAnalysis;
import dev.reelway.media.task.AnalysisTask;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** A sound track that is listened to from start to end. */
final class SoundTrack implements AnalysisJob.Track {

  private final StreamDecoder decoder;
  private final SoundMeter meter;
  private final Rational timeBase;
  private final AnalysisTask task;
  private final TickStretches damage = new TickStretches();

  SoundTrack(AVStream stream, AnalysisTask task) {
    this.timeBase = FFmpeg.rational(stream.time_base());
    this.task = task;
    this.meter = new SoundMeter(stream.index(), timeBase, task.originSeconds());
    this.decoder = StreamDecoder.open(stream);
  }

  @Override
  public void decode(AVPacket packet) {
    int result =
        decoder.decode(
            packet,
            frame -> {
              meter.take(frame);
              return true;
            });
    if (packet != null && result < 0 && result != FFmpeg.AGAIN && inTitle(packet.pts())) {
      damage.add(packet.pts(), packet.pts() + Math.max(1, packet.duration()));
    }
  }

  private boolean inTitle(long ticks) {
    if (ticks == FFmpeg.NO_TICKS) {
      return false;
    }
    Rational seconds = timeBase.times(ticks).minus(task.originSeconds());
    return seconds.signum() >= 0 && seconds.compareTo(task.durationSeconds()) < 0;
  }

  SoundAnalysis finish() {
    return meter.finish(damage);
  }

  @Override
  public void close() {
    decoder.close();
    meter.close();
  }
}
