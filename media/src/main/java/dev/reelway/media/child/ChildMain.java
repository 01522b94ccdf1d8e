package dev.reelway.media.child;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.media.ffmpeg.AnalysisJob;
import dev.reelway.media.ffmpeg.AudioJob;
import dev.reelway.media.ffmpeg.DecodeJob;
import dev.reelway.media.ffmpeg.FFmpegLog;
import dev.reelway.media.ffmpeg.ScanJob;
import dev.reelway.media.ffmpeg.TextJob;
import dev.reelway.media.ffmpeg.VideoJob;
import dev.reelway.media.task.AnalysisTask;
import dev.reelway.media.task.AudioTask;
import dev.reelway.media.task.DecodeTask;
import dev.reelway.media.task.MediaJson;
import dev.reelway.media.task.ScanTask;
import dev.reelway.media.task.TaskEnvelope;
import dev.reelway.media.task.TextTask;
import dev.reelway.media.task.VideoTask;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * The child process: takes one task from its parent, does the FFmpeg work, reports, ends. Its
 * scratch folder is its only argument; the master comes through the parent alone.
 */
public final class ChildMain {

  private static final long PROGRESS_NANOS = 200_000_000L;

  private ChildMain() {}

  /** Runs one task. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    ChildLink link =
        new ChildLink(
            new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    // Nothing but the wire may use standard output.
    System.setOut(System.err);
    ObjectMapper json = MediaJson.mapper();
    try {
      FFmpegLog.sendTo(link::log);
      TaskEnvelope envelope = json.readValue(link.task().payload(), TaskEnvelope.class);
      MasterBytes master = new ParentBytes(link, envelope.masterBytes());
      Object result = run(envelope, master, Path.of(arguments[0]), throttled(link));
      link.done(json.writeValueAsBytes(result));
      Runtime.getRuntime().halt(0);
    } catch (ReelwayException e) {
      link.failed(e);
    } catch (IOException e) {
      link.failed(scratchFailure(e));
    } catch (OutOfMemoryError e) {
      link.failed(
          new ReelwayException(
              FailureKind.ENCODER_OUT_OF_MEMORY, "The task needs more memory than it has.", e));
    } catch (Throwable e) { // whatever it is, the parent must hear of it in words
      link.failed(
          new ReelwayException(FailureKind.INVARIANT_BROKEN, "The task failed: " + e + ".", e));
    }
    Runtime.getRuntime().halt(1);
  }

  // The master's bytes have a failure of their own, so only the scratch folder is left.
  private static ReelwayException scratchFailure(IOException cause) {
    boolean full = String.valueOf(cause.getMessage()).contains("No space left on device");
    return new ReelwayException(
        full ? FailureKind.STORAGE_FULL : FailureKind.STORAGE_UNAVAILABLE,
        "The scratch folder cannot be written: " + cause.getMessage() + ".",
        cause);
  }

  private static Object run(
      TaskEnvelope envelope, MasterBytes master, Path scratch, LongConsumer progress)
      throws IOException, InterruptedException {
    if (envelope.task() instanceof VideoTask video) {
      return new VideoJob(master, video, scratch, progress).run();
    }
    if (envelope.task() instanceof AudioTask audio) {
      return new AudioJob(master, audio, scratch, progress).run();
    }
    if (envelope.task() instanceof TextTask text) {
      return new TextJob(master, text).run();
    }
    if (envelope.task() instanceof AnalysisTask analysis) {
      return new AnalysisJob(master, analysis, progress).run();
    }
    if (envelope.task() instanceof DecodeTask decode) {
      return new DecodeJob(master, decode, progress).run();
    }
    return new ScanJob(master, (ScanTask) envelope.task()).run();
  }

  private static LongConsumer throttled(ChildLink link) {
    long[] last = {System.nanoTime() - PROGRESS_NANOS};
    return count -> {
      long now = System.nanoTime();
      if (now - last[0] >= PROGRESS_NANOS) {
        last[0] = now;
        link.progress(count);
      }
    };
  }
}
