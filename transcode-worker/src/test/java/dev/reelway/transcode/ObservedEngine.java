package dev.reelway.transcode;

import dev.reelway.contracts.decode.DecodedTrack;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.media.MediaEngine;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;

/** Another engine, with a list of the rungs it encoded and a hook at each sign of progress. */
final class ObservedEngine implements MediaEngine {

  private final MediaEngine engine;
  private final Runnable onProgress;
  private final List<String> encoded;

  ObservedEngine(MediaEngine engine, Runnable onProgress) {
    this(engine, onProgress, Collections.synchronizedList(new ArrayList<>()));
  }

  private ObservedEngine(MediaEngine engine, Runnable onProgress, List<String> encoded) {
    this.engine = engine;
    this.onProgress = onProgress;
    this.encoded = encoded;
  }

  @Override
  public MediaEngine metered(LongConsumer cpuNanos) {
    return new ObservedEngine(engine.metered(cpuNanos), onProgress, encoded);
  }

  /** Names of all rungs that were to be encoded, in the order of the calls. */
  List<String> encoded() {
    return List.copyOf(encoded);
  }

  @Override
  public String build() {
    return engine.build();
  }

  @Override
  public MasterScan scan(MasterBytes master) throws InterruptedException {
    return engine.scan(master);
  }

  @Override
  public CueList readText(MasterBytes file, TextTask task) throws InterruptedException {
    return engine.readText(file, task);
  }

  @Override
  public MasterAnalysis analyse(MasterBytes master, AnalysisTask task, LongConsumer progress)
      throws InterruptedException {
    return engine.analyse(master, task, progress);
  }

  @Override
  public DecodedTrack decode(MasterBytes bytes, DecodeTask task, LongConsumer progress)
      throws InterruptedException {
    return engine.decode(bytes, task, progress);
  }

  @Override
  public EncodeResult encode(MasterBytes master, VideoTask task, Path folder, LongConsumer progress)
      throws InterruptedException {
    task.rungs().forEach(rung -> encoded.add(rung.name()));
    return engine.encode(master, task, folder, count -> onProgress.run());
  }

  @Override
  public EncodeResult encode(MasterBytes master, AudioTask task, Path folder, LongConsumer progress)
      throws InterruptedException {
    return engine.encode(master, task, folder, count -> onProgress.run());
  }
}
