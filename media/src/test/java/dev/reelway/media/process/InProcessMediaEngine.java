package dev.reelway.media.process;

import dev.reelway.contracts.decode.DecodedTrack;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.media.MediaEngine;
import dev.reelway.media.ffmpeg.AnalysisJob;
import dev.reelway.media.ffmpeg.AudioJob;
import dev.reelway.media.ffmpeg.DecodeJob;
import dev.reelway.media.ffmpeg.FFmpegLog;
import dev.reelway.media.ffmpeg.ScanJob;
import dev.reelway.media.ffmpeg.TextJob;
import dev.reelway.media.ffmpeg.VideoJob;
import dev.reelway.media.scan.MasterAnalysis;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.task.AnalysisTask;
import dev.reelway.media.task.AudioTask;
import dev.reelway.media.task.DecodeTask;
import dev.reelway.media.task.EncodeResult;
import dev.reelway.media.task.TextTask;
import dev.reelway.media.task.VideoTask;
import dev.reelway.media.text.cue.CueList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** The jobs of the real engine without a child process around them, for tests that run many. */
public final class InProcessMediaEngine implements MediaEngine {

  // FFmpeg's own messages would drown those of the tests. Once only: FFmpeg has one log.
  static {
    FFmpegLog.sendTo(line -> {});
  }

  @Override
  public String build() {
    return EngineBuild.ID;
  }

  @Override
  public MasterScan scan(MasterBytes master) {
    try {
      return new ScanJob(master, MasterStructure.read(master).scanTask()).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public CueList readText(MasterBytes file, TextTask task) {
    return new TextJob(file, task).run();
  }

  @Override
  public MasterAnalysis analyse(MasterBytes master, AnalysisTask task, LongConsumer progress) {
    return new AnalysisJob(master, task, progress).run();
  }

  @Override
  public DecodedTrack decode(MasterBytes bytes, DecodeTask task, LongConsumer progress) {
    try {
      return new DecodeJob(bytes, task, progress).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public EncodeResult encode(MasterBytes master, VideoTask task, Path folder, LongConsumer progress)
      throws InterruptedException {
    try {
      return new VideoJob(master, task, folder, progress).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public EncodeResult encode(
      MasterBytes master, AudioTask task, Path folder, LongConsumer progress) {
    try {
      return new AudioJob(master, task, folder, progress).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
