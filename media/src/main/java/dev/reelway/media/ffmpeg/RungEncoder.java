package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.VideoCodec;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.isobmff.Sample;
import dev.reelway.media.task.RungScores;
import dev.reelway.media.task.VideoTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Encodes one rung of a chunk on a thread of its own, fed through a short queue.
 *
 * <p>Pictures beyond the chunk's end feed the encoder's lookahead, so that the last frames get the
 * quality they would have in an unchunked run (media rule 13). As soon as the chunk's own frames
 * have come out, the encoder is dropped: the pictures beyond are analysed but never encoded.
 */
final class RungEncoder implements Callable<Optional<RungScores>> {

  private static final int QUEUED_PICTURES = 6;

  /** A picture on its way to the encoder; {@code picture} is null at the end. */
  private record Work(AVFrame picture, long titleFrame) {}

  private final RungPlan rung;
  private final SegmentGrid grid;
  private final ChunkPlan chunk;
  private final Path file;
  private final AtomicBoolean abort;
  private final BlockingQueue<Work> queue = new ArrayBlockingQueue<>(QUEUED_PICTURES);
  private final long firstFrame;
  private final long frameCount;
  private final boolean sampleQuality;
  private final List<Sample> samples = new ArrayList<>();
  private final List<byte[]> payload = new ArrayList<>();
  private VideoBitstream bitstream;
  private PartFile part;
  private long encoded;
  private int segment;
  private Optional<QualityProbe> probe = Optional.empty();
  private final CapWatch cap;
  private final boolean strict;
  private volatile boolean done;

  /**
   * @param file where the part is written
   * @param strict whether the cap counts more than quality
   * @param abort set when another rung or the decoder failed
   */
  RungEncoder(VideoTask task, RungPlan rung, Path file, boolean strict, AtomicBoolean abort) {
    this.rung = rung;
    this.grid = task.grid();
    this.chunk = task.chunk();
    this.file = file;
    this.strict = strict;
    this.cap = new CapWatch(rung, task.grid().rate().timescale());
    this.abort = abort;
    this.firstFrame = SegmentGrid.renditionFrames(chunk.firstFrame(), rung.rateDivisor());
    this.frameCount =
        SegmentGrid.renditionFrames(chunk.endFrame(), rung.rateDivisor()) - firstFrame;
    this.segment = chunk.firstSegment();
    this.sampleQuality = task.sampleQuality() && !rung.isTrickPlay() && QualityProbe.scores(rung);
  }

  RungPlan rung() {
    return rung;
  }

  /** Whether the chunk goes beyond its cap; known when it is complete. */
  boolean beyondCap() {
    return cap.exceeded();
  }

  /** Whether all frames of the chunk have come out and no more pictures are needed. */
  boolean done() {
    return done;
  }

  /** Hands over a picture, which becomes this object's to free. Blocks while the queue is full. */
  void offer(AVFrame picture, long titleFrame) throws InterruptedException {
    Work work = new Work(picture, titleFrame);
    boolean accepted = false;
    while (!accepted && !done && !abort.get()) {
      accepted = queue.offer(work, 100, TimeUnit.MILLISECONDS);
    }
    if (!accepted && picture != null) {
      av_frame_free(picture);
    }
  }

  /** Says that no more pictures come. */
  void end() throws InterruptedException {
    offer(null, 0);
  }

  /** Encodes until the chunk is complete; gives the scores of the sampled frames. */
  @Override
  public Optional<RungScores> call() throws IOException, InterruptedException {
    try (VideoEncoder encoder = new VideoEncoder(rung, gopFrames(), strict)) {
      if (sampleQuality) {
        probe =
            Optional.of(new QualityProbe(rung, gopFrames(), firstFrame, encoder.parameterSets()));
      }
      while (encoded < frameCount && !abort.get()) {
        Work work = queue.poll(100, TimeUnit.MILLISECONDS);
        if (work != null) {
          encode(encoder, work);
        }
      }
      done = true;
      return probe.isPresent() && !abort.get()
          ? Optional.of(probe.get().result(file.getParent()))
          : Optional.empty();
    } finally {
      done = true;
      if (part != null) {
        part.close();
      }
      probe.ifPresent(QualityProbe::close);
      queue.forEach(work -> free(work.picture()));
    }
  }

  private void encode(VideoEncoder encoder, Work work) throws IOException {
    long frame = work.titleFrame() / rung.rateDivisor() - firstFrame;
    boolean key =
        work.picture() != null && (rung.isTrickPlay() || grid.isKeyFrame(work.titleFrame()));
    probe.ifPresent(p -> p.reference(work.picture(), frame));
    List<IOException> failures = new ArrayList<>();
    encoder.encode(
        work.picture(),
        frame,
        key,
        (bytes, number) -> {
          try {
            take(encoder, bytes, number);
          } catch (IOException e) {
            failures.add(e);
          }
          return failures.isEmpty() && encoded < frameCount;
        });
    free(work.picture());
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    if (work.picture() == null && encoded < frameCount) {
      throw new ReelwayException(
          FailureKind.INVARIANT_BROKEN,
          "The encoder gave "
              + encoded
              + " of "
              + frameCount
              + " pictures of "
              + rung.name()
              + ".");
    }
  }

  // SVT-AV1 announces another sequence header than the one it then writes, so only the written one
  // counts.
  private void open(VideoEncoder encoder, byte[] first) throws IOException {
    boolean inBand = rung.codec() == VideoCodec.AV1;
    bitstream = VideoBitstream.of(rung, inBand ? first : encoder.parameterSets());
    part = PartFile.video(file, rung, grid.rate().timescale(), bitstream);
  }

  /** Takes one encoded picture, in decode order; those beyond the chunk are dropped. */
  private void take(VideoEncoder encoder, byte[] accessUnit, long frame) throws IOException {
    if (frame >= frameCount || encoded == frameCount) {
      return;
    }
    if (part == null) {
      open(encoder, accessUnit);
    }
    probe.ifPresent(p -> p.encoded(accessUnit, frame));
    long duration = rung.rateDivisor() * grid.rate().frameDurationTicks();
    byte[] sample = bitstream.sample(accessUnit);
    boolean sync = bitstream.sync(accessUnit);
    // Decode order and presentation order cover the same frames in a closed GOP, so decode time is
    // simply a count; composition offsets become negative where B-frames are shown earlier.
    samples.add(new Sample(duration, sample.length, (frame - encoded) * duration, sync));
    payload.add(sample);
    encoded++;
    if (rung.isTrickPlay()) {
      finishPicture();
    } else if (firstFrame + encoded == endOf(segment)) {
      finishSegment();
    }
  }

  private void finishSegment() throws IOException {
    long start = grid.start(segment).ticks();
    long end = grid.start(segment + 1).ticks();
    shortenLast(end - start);
    cap.segment(samples);
    part.fragment(segment + 1, start, samples, payload);
    samples.clear();
    payload.clear();
    segment++;
  }

  /**
   * Pictures for fast forward have a fragment each, so that a byte range with the {@code moof} in
   * it holds one picture and nothing else. The segment's type is written where a segment starts.
   */
  private void finishPicture() throws IOException {
    long picture = firstFrame + encoded - 1;
    long frame = picture * rung.rateDivisor();
    if (frame == grid.firstFrame(segment)) {
      part.segmentType();
    }
    long start = grid.rate().timeOf(frame).ticks();
    long end = grid.rate().timeOf(Math.min(frame + rung.rateDivisor(), grid.frameCount())).ticks();
    shortenLast(end - start);
    part.fragment(Math.toIntExact(picture + 1), start, samples, payload);
    samples.clear();
    payload.clear();
    if (picture + 1 == endOf(segment)) {
      segment++;
    }
  }

  // A title whose frame count the divisor does not divide ends within the last frame's duration.
  private void shortenLast(long segmentTicks) {
    long sum = samples.stream().mapToLong(Sample::durationTicks).sum();
    Sample last = samples.get(samples.size() - 1);
    if (sum != segmentTicks) {
      samples.set(
          samples.size() - 1,
          new Sample(
              last.durationTicks() - (sum - segmentTicks),
              last.sizeBytes(),
              last.compositionOffsetTicks(),
              last.sync()));
    }
  }

  private long endOf(int segmentNumber) {
    return SegmentGrid.renditionFrames(grid.firstFrame(segmentNumber + 1), rung.rateDivisor());
  }

  private int gopFrames() {
    return Math.max(1, grid.gopFrames() / rung.rateDivisor());
  }

  private static void free(AVFrame picture) {
    if (picture != null) {
      av_frame_free(picture);
    }
  }
}
