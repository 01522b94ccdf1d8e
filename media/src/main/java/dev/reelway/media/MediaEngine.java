package dev.reelway.media;

import dev.reelway.contracts.decode.DecodedTrack;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.media.scan.MasterAnalysis;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.task.AnalysisTask;
import dev.reelway.media.task.AudioTask;
import dev.reelway.media.task.DecodeTask;
import dev.reelway.media.task.EncodeResult;
import dev.reelway.media.task.TextTask;
import dev.reelway.media.task.VideoTask;
import dev.reelway.media.text.cue.CueList;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * FFmpeg's work, each call in a fresh child process that has no credentials, no network where the
 * system allows, and reads the master only through this process. Thread-safe; interrupting the
 * calling thread ends the child.
 *
 * <p>All methods throw {@link dev.reelway.contracts.failure.ReelwayException} with the kind that
 * says what to do next.
 */
public interface MediaEngine {

  /** Identifies everything that can change an output byte: natives and our own encoding code. */
  String build();

  /**
   * The same engine, which tells what its work costs.
   *
   * @param cpuNanos is told the processor time of each child at its end, if the system knows it
   */
  default MediaEngine metered(LongConsumer cpuNanos) {
    return this;
  }

  /** Reads a master's structure and all its time stamps. */
  MasterScan scan(MasterBytes master) throws InterruptedException;

  /** Reads one text track, on the container's clock. */
  CueList readText(MasterBytes file, TextTask task) throws InterruptedException;

  /**
   * Decodes a master once, as far as {@code task} says, and measures picture and sound.
   *
   * @param progress is told how many bytes of packets have been decoded
   */
  MasterAnalysis analyse(MasterBytes master, AnalysisTask task, LongConsumer progress)
      throws InterruptedException;

  /**
   * Decodes one whole track of a package; {@code bytes} as {@link DecodeTask} says.
   *
   * @param progress is told how many frames or samples have been decoded
   */
  DecodedTrack decode(MasterBytes bytes, DecodeTask task, LongConsumer progress)
      throws InterruptedException;

  /**
   * Encodes one chunk; {@code folder} then holds {@link VideoTask#fileName} for each rung.
   *
   * @param progress is told how many output frames are done
   */
  EncodeResult encode(MasterBytes master, VideoTask task, Path folder, LongConsumer progress)
      throws InterruptedException;

  /**
   * Encodes one sound track; {@code folder} then holds {@link AudioTask#fileName}.
   *
   * @param progress is told how many samples are done
   */
  EncodeResult encode(MasterBytes master, AudioTask task, Path folder, LongConsumer progress)
      throws InterruptedException;
}
