package dev.reelway.cli.verify.decode;

import dev.reelway.cli.master.MasterFile;
import dev.reelway.conformance.decode.FromMaster;
import dev.reelway.conformance.manifest.MeasuredRate;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.master.SeekPoint;
import dev.reelway.contracts.master.SourceFiles;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.ingest.plan.Planner;
import dev.reelway.ingest.plan.ProfileReader;
import dev.reelway.isobmff.read.TrackDescription;
import dev.reelway.media.MediaEngine;
import dev.reelway.media.task.AudioTask;
import dev.reelway.media.task.DecodeTask;
import dev.reelway.media.task.VideoTask;
import dev.reelway.platform.config.StorageConfig;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The master that a package was made of. It is read as for encoding: the same inspection says which
 * frames the title has, the same plan how its sound is mixed.
 */
final class ComparedMaster implements AutoCloseable {
  /** Damage was bridged or refused when the title was made. */
  private static final SourceOptions OPTIONS = SourceOptions.tolerating(true);

  private final MasterFile file;
  private final EncodePlan plan;
  private final Map<String, Integer> seen = new HashMap<>();

  private ComparedMaster(MasterFile file, EncodePlan plan) {
    this.file = file;
    this.plan = plan;
  }

  /** Opens and inspects a master. */
  static ComparedMaster open(String named, MediaEngine engine, Supplier<StorageConfig> storage)
      throws InterruptedException {
    MasterFile file = MasterFile.open(named, OPTIONS, storage);
    try {
      Inspection inspection = file.inspect(engine, OPTIONS);
      EncodePlan plan =
          Planner.plan(inspection, ProfileReader.defaultProfile(), engine.build(), true);
      ComparedMaster master = new ComparedMaster(file, plan);
      file = null;
      return master;
    } finally {
      if (file != null) {
        file.close();
      }
    }
  }

  MasterBytes bytes() throws IOException {
    return file.files().bytes(SourceFiles.MASTER);
  }

  /** What the master says of a track. */
  FromMaster expected(MeasuredTrack track) {
    Rational duration = plan.grid().duration().seconds();
    return new FromMaster(
        isPicture(track)
            ? SegmentGrid.renditionFrames(plan.grid().frameCount(), divisor(track))
            : 0,
        duration);
  }

  /** How the master's pictures are read beside those of a track; empty if it has none. */
  Optional<DecodeTask.Pictures> pictures(MeasuredTrack track) {
    return plan.inspection()
        .video()
        .filter(video -> isPicture(track))
        .map(
            video ->
                new DecodeTask.Pictures(
                    whole(video),
                    divisor(track),
                    plan.rungs().stream().flatMap(rung -> rung.toneMap().stream()).findFirst()));
  }

  private VideoTask whole(VideoStream video) {
    SegmentGrid grid = plan.grid();
    int frames = Math.toIntExact(grid.frameCount());
    long first = video.frameMap().first();
    List<SeekPoint> starts =
        video.seekPoints().stream()
            .filter(point -> point.presentationTicks() <= first)
            .reduce((a, b) -> b)
            .stream()
            .toList();
    return new VideoTask(
        video.index(),
        video.timeBase(),
        plan.inspection().originSeconds(),
        plan.inspection().clock(),
        first,
        starts,
        video.frameMap(),
        new ChunkPlan(0, 0, grid.segmentCount(), 0, frames),
        grid,
        VideoTask.Picture.of(video),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        true,
        false);
  }

  /** The track shows every n-th frame. */
  private int divisor(MeasuredTrack track) {
    Rational rate = plan.grid().rate().framesPerSecond();
    return MeasuredRate.of(track.segments())
        .map(own -> (int) Math.max(1, rate.dividedBy(own).round()))
        .orElse(1);
  }

  private static boolean isPicture(MeasuredTrack track) {
    return track.description().orElseThrow().kind() == TrackDescription.Kind.VIDEO;
  }

  /**
   * How the sound of a track is mixed of the master's; empty if it has none like it. Of several in
   * one language and layout the first track is the first, and so on.
   */
  Optional<DecodeTask.Sound> sound(MeasuredTrack track) {
    TrackDescription about = track.description().orElseThrow();
    if (about.kind() != TrackDescription.Kind.AUDIO) {
      return Optional.empty();
    }
    List<AudioPlan> alike =
        plan.audio().stream()
            .filter(audio -> audio.file() == SourceFiles.MASTER)
            .filter(audio -> audio.channels() == about.channels())
            .filter(audio -> audio.language().equals(about.language()))
            .toList();
    String kind = about.language() + " " + about.channels() + " " + about.codec();
    int number = seen.merge(kind, 1, Integer::sum) - 1;
    return number < alike.size()
        ? Optional.of(new DecodeTask.Sound(task(alike.get(number)), track.mediaStartTicks()))
        : Optional.empty();
  }

  private AudioTask task(AudioPlan audio) {
    List<Rational> timeBases =
        audio.mix().inputs().stream().map(input -> timeBase(audio.file(), input.stream())).toList();
    return new AudioTask(
        timeBases, plan.inspection().clockOf(audio.file()), audio, plan.grid(), true);
  }

  private Rational timeBase(int source, int stream) {
    return plan.inspection().audio().stream()
        .filter(sound -> sound.file() == source && sound.index() == stream)
        .findFirst()
        .orElseThrow()
        .timeBase();
  }

  @Override
  public void close() {
    file.close();
  }
}
