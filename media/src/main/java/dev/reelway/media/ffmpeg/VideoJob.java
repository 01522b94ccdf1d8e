package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.VideoCodec;
import dev.reelway.media.task.EncodeResult;
import dev.reelway.media.task.RungScores;
import dev.reelway.media.task.VideoTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Encodes one chunk into all its rungs: one thread decodes and scales, one thread per rung encodes
 * (media rule 15). Thumbnails are made on the way; they are few and small.
 */
public final class VideoJob {

  private final MasterBytes source;
  private final VideoTask task;
  private final Path folder;
  private final boolean strict;
  private final LongConsumer progress;
  private final AtomicBoolean abort = new AtomicBoolean();
  private final List<RungEncoder> encoders = new ArrayList<>();
  private final Map<Integer, Scaler> scalers = new TreeMap<>();
  private final Optional<Thumbnails> thumbnails;
  private final Optional<PosterPicker> poster;

  /**
   * A chunk of {@code source}.
   *
   * @param folder where one file per rung is written, and one for thumbnails
   * @param progress is told how many output frames have been decoded and scaled
   */
  public VideoJob(MasterBytes source, VideoTask task, Path folder, LongConsumer progress) {
    this(source, task, folder, progress, false);
  }

  private VideoJob(
      MasterBytes source, VideoTask task, Path folder, LongConsumer progress, boolean strict) {
    this.source = source;
    this.task = task;
    this.folder = folder;
    this.progress = progress;
    this.strict = strict;
    this.thumbnails =
        task.thumbnails()
            .map(plan -> new Thumbnails(task, plan, folder.resolve(VideoTask.fileName(plan))));
    this.poster =
        task.poster()
            .map(plan -> new PosterPicker(task, plan, folder.resolve(VideoTask.fileName(plan))));
    for (RungPlan rung : task.rungs()) {
      Path file = folder.resolve(VideoTask.fileName(rung));
      encoders.add(new RungEncoder(task, rung, file, strict, abort));
    }
    for (RungEncoder encoder : encoders) {
      scalers
          .computeIfAbsent(divisor(encoder.rung()), divisor -> new Scaler())
          .encoders
          .add(encoder);
    }
  }

  // Rungs that are tone-mapped share one graph, although some of them do not show every picture.
  private int divisor(RungPlan rung) {
    return rung.toneMap().isEmpty()
        ? rung.rateDivisor()
        : task.rungs().stream()
            .filter(r -> r.toneMap().isPresent())
            .mapToInt(RungPlan::rateDivisor)
            .reduce(0, VideoJob::greatestCommonDivisor);
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  /** Encodes the chunk; on any failure nothing that was written is of use. */
  public EncodeResult run() throws IOException, InterruptedException {
    EncodeResult result = encode();
    // AV1's only: x264 and x265 simulate the buffer themselves.
    List<RungPlan> beyond =
        encoders.stream()
            .filter(RungEncoder::beyondCap)
            .map(RungEncoder::rung)
            .filter(rung -> rung.codec() == VideoCodec.AV1)
            .toList();
    if (strict || beyond.isEmpty()) {
      return result;
    }
    LongConsumer alive = done -> progress.accept(task.chunk().frameCount());
    EncodeResult again = new VideoJob(source, task.withRungs(beyond), folder, alive, true).run();
    Map<String, RungScores> scores = new HashMap<>(result.scores());
    scores.putAll(again.scores());
    return new EncodeResult(scores, Map.of(), result.damage());
  }

  private EncodeResult encode() throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, encoders.size()));
    try {
      ExecutorCompletionService<RungResult> results = new ExecutorCompletionService<>(threads);
      for (RungEncoder encoder : encoders) {
        results.submit(abortOnFailure(encoder));
      }
      List<String> damage = decode();
      Map<String, RungScores> scores = new HashMap<>();
      for (int i = 0; i < encoders.size(); i++) {
        RungResult result = get(results.take());
        result.scores().ifPresent(found -> scores.put(result.track(), found));
      }
      return new EncodeResult(scores, Map.of(), damage);
    } finally {
      abort.set(true);
      end(threads);
      scalers.values().forEach(Scaler::close);
      thumbnails.ifPresent(Thumbnails::close);
      poster.ifPresent(PosterPicker::close);
    }
  }

  // The scratch folder is removed next, so nothing may write to it any more.
  private static void end(ExecutorService threads) {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new ReelwayException(
            FailureKind.ENCODER_STALLED, "An encoder does not end although it was told to.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record RungResult(String track, Optional<RungScores> scores) {}

  private Callable<RungResult> abortOnFailure(RungEncoder encoder) {
    return () -> {
      boolean complete = false;
      try {
        RungResult result = new RungResult(encoder.rung().track(), encoder.call());
        complete = true;
        return result;
      } finally {
        if (!complete) {
          abort.set(true);
        }
      }
    };
  }

  private List<String> decode() throws IOException, InterruptedException {
    List<InterruptedException> interrupts = new ArrayList<>();
    List<String> damage =
        new ChunkReader(
                source,
                task,
                (index, frame) -> {
                  try {
                    return deliver(index, frame);
                  } catch (InterruptedException e) {
                    interrupts.add(e);
                    return false;
                  }
                })
            .run();
    if (!interrupts.isEmpty()) {
      throw interrupts.get(0);
    }
    for (RungEncoder encoder : encoders) {
      encoder.end();
    }
    if (thumbnails.isPresent()) {
      thumbnails.get().finish();
    }
    if (poster.isPresent()) {
      poster.get().finish();
    }
    return damage;
  }

  private boolean deliver(int index, AVFrame frame) throws InterruptedException {
    long titleFrame = task.chunk().firstFrame() + index;
    for (Map.Entry<Integer, Scaler> group : scalers.entrySet()) {
      if (titleFrame % group.getKey() == 0) {
        group.getValue().deliver(frame, titleFrame);
      }
    }
    thumbnails.ifPresent(images -> images.deliver(frame, titleFrame));
    poster.ifPresent(picker -> picker.deliver(frame, titleFrame));
    progress.accept(Math.min(index + 1, task.chunk().frameCount()));
    boolean complete =
        index + 1 >= task.chunk().frameCount() && encoders.stream().allMatch(RungEncoder::done);
    return !abort.get() && !complete;
  }

  /** The rungs that show the same frames, and their filter graph. */
  private final class Scaler implements AutoCloseable {
    private final List<RungEncoder> encoders = new ArrayList<>();
    private PictureGraph graph;
    private List<AVFrame> pictures = List.of();
    private long scaledTicks;

    void deliver(AVFrame frame, long titleFrame) throws InterruptedException {
      // A picture that is shown for several output frames is scaled once.
      if (pictures.isEmpty() || frame.best_effort_timestamp() != scaledTicks) {
        free();
        prepare(frame);
        pictures = graph.convert(frame);
        scaledTicks = frame.best_effort_timestamp();
      }
      for (int i = 0; i < encoders.size(); i++) {
        RungEncoder encoder = encoders.get(i);
        if (titleFrame % encoder.rung().rateDivisor() == 0) {
          encoder.offer(av_frame_clone(pictures.get(i)), titleFrame);
        }
      }
    }

    private void prepare(AVFrame frame) {
      if (graph != null && !graph.suits(frame)) {
        graph.close();
        graph = null;
      }
      if (graph == null) {
        List<RungPlan> rungs = encoders.stream().map(RungEncoder::rung).toList();
        graph = PictureGraph.open(frame, task.picture(), rungs);
      }
    }

    private void free() {
      pictures.forEach(p -> av_frame_free(p));
      pictures = List.of();
    }

    @Override
    public void close() {
      free();
      if (graph != null) {
        graph.close();
      }
    }
  }

  private static RungResult get(Future<RungResult> result)
      throws IOException, InterruptedException {
    try {
      return result.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ReelwayException failure) {
        throw failure;
      }
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new ReelwayException(
          FailureKind.INVARIANT_BROKEN, "An encoder thread failed: " + e.getCause() + ".", e);
    }
  }
}
