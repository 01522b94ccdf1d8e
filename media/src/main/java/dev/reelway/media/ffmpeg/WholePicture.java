package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.scan.PictureAnalysis;
import dev.reelway.media.task.AnalysisTask;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A picture of which every frame is looked at. */
final class WholePicture implements AnalysisJob.Track {

  /** How many pictures are examined for fine detail. */
  private static final int DETAIL_PICTURES = 24;

  private final int stream;
  private final Rational timeBase;
  private final AnalysisTask task;
  private final StreamDecoder decoder;
  private final PictureMeter meter;
  private final DetailMeter detail;
  private final DamageWatch watch;
  private final TickStretches damage = new TickStretches();
  private final long detailStep;

  WholePicture(AVStream stream, AnalysisTask.Picture picture, AnalysisTask task) {
    this.stream = stream.index();
    this.timeBase = FFmpeg.rational(stream.time_base());
    this.task = task;
    this.meter = new PictureMeter(timeBase, picture.frames());
    this.detail = new DetailMeter(timeBase);
    this.watch = new DamageWatch(picture.frames(), 0, picture.frames().size(), true, damage);
    this.detailStep = Math.max(1, picture.frames().size() / DETAIL_PICTURES);
    this.decoder = StreamDecoder.open(stream);
  }

  int stream() {
    return stream;
  }

  @Override
  public void decode(AVPacket packet) {
    int result = decoder.decode(packet, this::take);
    if (packet != null && result < 0 && result != FFmpeg.AGAIN) {
      watch.failed(packet.pts());
    }
  }

  private boolean take(AVFrame frame) {
    watch.take(frame);
    if (meter.frames() % detailStep == 0) {
      detail.take(frame);
    }
    meter.take(frame);
    return true;
  }

  PictureAnalysis finish() {
    watch.finish();
    meter.pause();
    return new PictureAnalysis(
        true,
        meter.frames(),
        meter.black().onTitle(timeBase, task.originSeconds()),
        meter.frozen().onTitle(timeBase, task.originSeconds()),
        meter.fields(),
        meter.cadences(),
        meter.content(),
        detail.share(),
        damage.onTitle(timeBase, task.originSeconds()));
  }

  @Override
  public void close() {
    decoder.close();
    meter.close();
    detail.close();
  }
}
