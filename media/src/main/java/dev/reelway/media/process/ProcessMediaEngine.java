package dev.reelway.media.process;

import dev.reelway.contracts.decode.DecodedTrack;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.media.MediaEngine;
import dev.reelway.media.child.ChildMain;
import dev.reelway.media.scan.MasterAnalysis;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.task.AnalysisTask;
import dev.reelway.media.task.AudioTask;
import dev.reelway.media.task.DecodeTask;
import dev.reelway.media.task.EncodeResult;
import dev.reelway.media.task.MediaTask;
import dev.reelway.media.task.TextTask;
import dev.reelway.media.task.VideoTask;
import dev.reelway.media.text.cue.CueList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** The {@link MediaEngine} of a real machine: one child JVM per task. */
public final class ProcessMediaEngine implements MediaEngine {

  /** SVT-AV1 writes to the error stream by itself; this leaves its errors. */
  private static final String SVT_ERRORS = "1";

  private final ChildCommand command;
  private final ProcessLimits limits;
  private final LongConsumer cpuNanos;

  /** An engine whose children are started by {@code command} and held to {@code limits}. */
  public ProcessMediaEngine(ChildCommand command, ProcessLimits limits) {
    this(command, limits, cpuNanos -> {});
  }

  private ProcessMediaEngine(ChildCommand command, ProcessLimits limits, LongConsumer cpuNanos) {
    this.command = command;
    this.limits = limits;
    this.cpuNanos = cpuNanos;
  }

  @Override
  public MediaEngine metered(LongConsumer meter) {
    return new ProcessMediaEngine(command, limits, meter);
  }

  @Override
  public String build() {
    return EngineBuild.ID;
  }

  @Override
  public MasterScan scan(MasterBytes master) throws InterruptedException {
    return read(
        scratch ->
            run(
                master,
                MasterStructure.read(master).scanTask(),
                scratch,
                done -> {},
                MasterScan.class));
  }

  @Override
  public MasterAnalysis analyse(MasterBytes master, AnalysisTask task, LongConsumer progress)
      throws InterruptedException {
    return read(scratch -> run(master, task, scratch, progress, MasterAnalysis.class));
  }

  @Override
  public DecodedTrack decode(MasterBytes bytes, DecodeTask task, LongConsumer progress)
      throws InterruptedException {
    return read(scratch -> run(bytes, task, scratch, progress, DecodedTrack.class));
  }

  /** Work that leaves no file behind, in a scratch folder of its own. */
  @FunctionalInterface
  private interface Reading<T> {
    T in(Path scratch) throws IOException, InterruptedException;
  }

  private static <T> T read(Reading<T> reading) throws InterruptedException {
    try {
      Path scratch = Files.createTempDirectory("reelway-read");
      try {
        return reading.in(scratch);
      } finally {
        Files.deleteIfExists(scratch);
      }
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE, "The master cannot be read: " + e.getMessage() + ".", e);
    }
  }

  @Override
  public CueList readText(MasterBytes file, TextTask task) throws InterruptedException {
    try {
      Path scratch = Files.createTempDirectory("reelway-text");
      try {
        return run(file, task, scratch, done -> {}, CueList.class);
      } finally {
        Files.deleteIfExists(scratch);
      }
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE,
          "No scratch folder can be made: " + e.getMessage() + ".",
          e);
    }
  }

  @Override
  public EncodeResult encode(MasterBytes master, VideoTask task, Path folder, LongConsumer progress)
      throws InterruptedException {
    return run(master, task, folder, progress, EncodeResult.class);
  }

  @Override
  public EncodeResult encode(MasterBytes master, AudioTask task, Path folder, LongConsumer progress)
      throws InterruptedException {
    return run(master, task, folder, progress, EncodeResult.class);
  }

  private <T> T run(
      MasterBytes master, MediaTask task, Path scratch, LongConsumer progress, Class<T> resultType)
      throws InterruptedException {
    Process process = start(scratch);
    return Interruption.guard(
        process,
        () -> new ChildProcess(process, master, limits, progress, cpuNanos).run(task, resultType));
  }

  private Process start(Path scratch) {
    List<String> words = new ArrayList<>(command.words(limits.heap()));
    words.add(ChildMain.class.getName());
    words.add(scratch.toAbsolutePath().toString());
    ProcessBuilder builder = new ProcessBuilder(words).directory(scratch.toFile());
    // Credentials live in the environment; the child gets none of it.
    builder.environment().clear();
    builder.environment().put("LANG", "C.UTF-8");
    builder.environment().put("SVT_LOG", SVT_ERRORS);
    builder.environment().put("TMPDIR", scratch.toAbsolutePath().toString());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.ENCODER_CRASHED, "No encoder process can be started: " + e.getMessage(), e);
    }
  }
}
