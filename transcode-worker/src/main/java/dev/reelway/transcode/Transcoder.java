package dev.reelway.transcode;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.master.SourceFiles;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.PosterPlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.TextPlan;
import dev.reelway.contracts.plan.ThumbnailPlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.contracts.work.Effort;
import dev.reelway.contracts.work.EncodedChunk;
import dev.reelway.contracts.work.EncodedTrackPart;
import dev.reelway.contracts.work.PartDetail;
import dev.reelway.contracts.work.PartDetail.Score;
import dev.reelway.contracts.work.PartDetail.Still;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.media.MediaEngine;
import dev.reelway.media.task.AudioTask;
import dev.reelway.media.task.EncodeResult;
import dev.reelway.media.task.RungScores;
import dev.reelway.media.task.VideoTask;
import dev.reelway.media.text.cue.CueList;
import dev.reelway.media.text.write.TextPart;
import dev.reelway.media.verify.ImageVerifier;
import dev.reelway.media.verify.PartVerifier;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.telemetry.EffortMeter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The step from a task to an EncodedChunk: encodes what is missing, checks it, puts it. Every call
 * is idempotent: parts that exist under their content key are found, not made again. Thread-safe.
 */
public final class Transcoder {

  private final MediaEngine engine;
  private final PartStore parts;
  private final StorageLayout layout;
  private final ScratchFolders scratch;
  private final boolean sampleQuality;

  /**
   * A transcoder.
   *
   * @param scratchRoot where each task gets a folder of its own, gone when the task ends
   * @param sampleQuality whether a few frames of each rung are scored; changes no output byte
   */
  public Transcoder(
      MediaEngine engine,
      ObjectStore store,
      StorageLayout layout,
      Path scratchRoot,
      boolean sampleQuality) {
    this.sampleQuality = sampleQuality;
    this.engine = engine;
    this.parts = new PartStore(store, layout);
    this.layout = layout;
    this.scratch = new ScratchFolders(scratchRoot);
  }

  /**
   * Removes work objects that turned out to be damaged in storage, so that the next encode does not
   * find them.
   */
  public void forget(Collection<String> contentKeys) {
    contentKeys.forEach(parts::forget);
  }

  /**
   * Encodes what a task names.
   *
   * @param contentKeys content key of each part, by track
   * @param progress is told how many of the task's frames, samples or segments are done
   * @throws IOException if a source file cannot be read
   */
  public EncodedChunk encode(
      EncodePlan plan,
      TaskRef task,
      Map<String, String> contentKeys,
      SourceFiles sources,
      LongConsumer progress)
      throws IOException, InterruptedException {
    return switch (task.kind()) {
      case VIDEO_CHUNK -> {
        ChunkPlan chunk = plan.chunks().get(task.number());
        yield encode(plan, chunk, contentKeys, sources.bytes(SourceFiles.MASTER), progress);
      }
      case AUDIO_TRACK -> {
        AudioPlan audio = plan.audio().get(task.number());
        String key = contentKeys.get(audio.track());
        yield encode(plan, audio, key, sources.bytes(audio.file()), progress);
      }
      case TEXT_TRACK -> {
        TextPlan text = plan.text().get(task.number());
        String key = contentKeys.get(text.track());
        yield encode(plan, text, key, sources.bytes(text.file()), progress);
      }
    };
  }

  /**
   * Encodes a chunk into all its rungs and thumbnails, decoding it once.
   *
   * @param contentKeys content key of the chunk on each rung, by track
   * @param progress is told how many of the chunk's frames are done
   */
  public EncodedChunk encode(
      EncodePlan plan,
      ChunkPlan chunk,
      Map<String, String> contentKeys,
      MasterBytes master,
      LongConsumer progress)
      throws InterruptedException {
    requireSameBuild(plan);
    List<EncodedTrackPart> found = new ArrayList<>();
    List<RungPlan> missing = new ArrayList<>();
    for (RungPlan rung : plan.encodedRungs()) {
      Optional<EncodedTrackPart> part = parts.find(contentKeys.get(rung.track()));
      part.ifPresentOrElse(found::add, () -> missing.add(rung));
    }
    EncodePlan rest =
        plan.withPictures(
            missing,
            plan.thumbnails().filter(p -> isMissing(contentKeys.get(p.track()), found)),
            plan.poster()
                .filter(p -> p.isMadeBy(chunk))
                .filter(p -> isMissing(contentKeys.get(p.track()), found)));
    if (!rest.encodedRungs().isEmpty()
        || rest.thumbnails().isPresent()
        || rest.poster().isPresent()) {
      found.addAll(encodeMissing(rest, chunk, contentKeys, master, progress));
    }
    progress.accept(chunk.frameCount());
    return new EncodedChunk(chunk.firstSegment(), chunk.segmentCount(), found);
  }

  /** Whether a part must be made; one that need not be goes to {@code found}. */
  private boolean isMissing(String contentKey, List<EncodedTrackPart> found) {
    Optional<EncodedTrackPart> part = parts.find(contentKey);
    part.ifPresent(found::add);
    return part.isEmpty();
  }

  private List<EncodedTrackPart> encodeMissing(
      EncodePlan plan,
      ChunkPlan chunk,
      Map<String, String> contentKeys,
      MasterBytes master,
      LongConsumer progress)
      throws InterruptedException {
    return scratch.with(
        "chunk-" + chunk.number(),
        folder -> {
          EffortMeter effort = EffortMeter.start();
          VideoTask task = VideoTasks.of(plan, chunk, sampleQuality);
          EncodeResult result = engine.metered(effort).encode(master, task, folder, progress);
          List<MadePart> made = check(plan, chunk, folder);
          Effort all = effort.stop();
          List<EncodedTrackPart> encoded = new ArrayList<>();
          for (int i = 0; i < made.size(); i++) {
            MadePart part = made.get(i);
            encoded.add(
                put(
                    part.track(),
                    contentKeys.get(part.track()),
                    part.file(),
                    part.verified(),
                    result,
                    all.share(i, made.size())));
          }
          return encoded;
        });
  }

  private record MadePart(String track, Path file, PartVerifier.Verified verified) {}

  private static List<MadePart> check(EncodePlan plan, ChunkPlan chunk, Path folder) {
    SegmentGrid grid = plan.grid();
    List<MadePart> made = new ArrayList<>();
    for (RungPlan rung : plan.encodedRungs()) {
      Path file = folder.resolve(VideoTask.fileName(rung));
      made.add(new MadePart(rung.track(), file, PartVerifier.verify(file, rung, chunk, grid)));
    }
    for (ThumbnailPlan images : plan.thumbnails().stream().toList()) {
      Path file = folder.resolve(VideoTask.fileName(images));
      made.add(new MadePart(images.track(), file, ImageVerifier.verify(file, images, chunk, grid)));
    }
    for (PosterPlan poster : plan.poster().stream().toList()) {
      Path file = folder.resolve(VideoTask.fileName(poster));
      made.add(new MadePart(poster.track(), file, ImageVerifier.verify(file, poster, chunk, grid)));
    }
    return made;
  }

  /**
   * Encodes a whole sound track.
   *
   * @param progress is told how many samples are done
   */
  public EncodedChunk encode(
      EncodePlan plan,
      AudioPlan audio,
      String contentKey,
      MasterBytes master,
      LongConsumer progress)
      throws InterruptedException {
    requireSameBuild(plan);
    Optional<EncodedTrackPart> found = parts.find(contentKey);
    EncodedTrackPart part =
        found.isPresent() ? found.get() : encodeMissing(plan, audio, contentKey, master, progress);
    progress.accept(audio.samples());
    return new EncodedChunk(0, plan.grid().segmentCount(), List.of(part));
  }

  private EncodedTrackPart encodeMissing(
      EncodePlan plan,
      AudioPlan audio,
      String contentKey,
      MasterBytes master,
      LongConsumer progress)
      throws InterruptedException {
    AudioTask task =
        new AudioTask(
            audio.mix().inputs().stream()
                .map(input -> timeBase(plan, audio.file(), input.stream()))
                .toList(),
            plan.inspection().clockOf(audio.file()),
            audio,
            plan.grid(),
            plan.tolerateDamage());
    return scratch.with(
        audio.track(),
        folder -> {
          EffortMeter effort = EffortMeter.start();
          EncodeResult result = engine.metered(effort).encode(master, task, folder, progress);
          Path file = folder.resolve(AudioTask.fileName(audio));
          PartVerifier.Verified verified = PartVerifier.verify(file, audio, plan.grid());
          return put(audio.track(), contentKey, file, verified, result, effort.stop());
        });
  }

  private static Rational timeBase(EncodePlan plan, int file, int stream) {
    return plan.inspection().audio().stream()
        .filter(s -> s.file() == file && s.index() == stream)
        .findFirst()
        .orElseThrow()
        .timeBase();
  }

  private EncodedChunk encode(
      EncodePlan plan, TextPlan text, String contentKey, MasterBytes file, LongConsumer progress)
      throws InterruptedException {
    requireSameBuild(plan);
    Optional<EncodedTrackPart> found = parts.find(contentKey);
    EncodedTrackPart part =
        found.isPresent() ? found.get() : encodeMissing(plan, text, contentKey, file);
    progress.accept(plan.grid().segmentCount());
    return new EncodedChunk(0, plan.grid().segmentCount(), List.of(part));
  }

  private EncodedTrackPart encodeMissing(
      EncodePlan plan, TextPlan text, String contentKey, MasterBytes source)
      throws InterruptedException {
    EffortMeter effort = EffortMeter.start();
    CueList cues =
        new TextTracks(engine.metered(effort))
            .read(text, source, plan.inspection().clockOf(text.file()));
    return scratch.with(
        text.track(),
        folder -> {
          Path file = folder.resolve(TextPart.fileName(text));
          TextTracks.write(text, plan.grid(), cues, file);
          PartVerifier.Verified verified = PartVerifier.verify(file, text, plan.grid());
          return put(
              text.track(),
              contentKey,
              file,
              verified,
              new EncodeResult(Map.of(), Map.of(), cues.faults()),
              effort.stop());
        });
  }

  private EncodedTrackPart put(
      String track,
      String contentKey,
      Path file,
      PartVerifier.Verified verified,
      EncodeResult result,
      Effort effort) {
    Optional<RungScores> scores = Optional.ofNullable(result.scores().get(track));
    List<Still> stills = putStills(track, contentKey, file, scores);
    EncodedTrackPart part =
        new EncodedTrackPart(
            track,
            layout.chunkKey(contentKey),
            verified.sizeBytes(),
            verified.initSha256(),
            verified.samples(),
            scores.map(RungScores::quality),
            Optional.ofNullable(result.loudness().get(track)),
            result.damage(),
            false,
            new PartDetail(
                scores.map(RungScores::scores).orElse(List.of()), stills, Optional.of(effort)));
    parts.put(contentKey, file, part);
    return part;
  }

  private List<Still> putStills(
      String track, String contentKey, Path file, Optional<RungScores> scores) {
    List<Score> worst = scores.map(RungScores::stills).orElse(List.of());
    List<Still> stills = new ArrayList<>();
    for (int i = 0; i < worst.size(); i++) {
      String key = layout.chunkStillKey(contentKey, i);
      parts.putStill(key, file.resolveSibling(VideoTask.stillName(track, i)));
      stills.add(new Still(worst.get(i), key));
    }
    return stills;
  }

  // Parameter sets and caches depend on the build, so a title is encoded by one build only.
  private void requireSameBuild(EncodePlan plan) {
    if (!plan.engineBuild().equals(engine.build())) {
      throw new ReelwayException(
          FailureKind.INVARIANT_BROKEN,
          "The plan is for engine " + plan.engineBuild() + ", this is " + engine.build() + ".");
    }
  }
}
