package dev.reelway.ingest.plan;

import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.Cost;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.ThumbnailPlan;
import dev.reelway.contracts.time.Rational;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Predicts what a plan needs. Time = pixels ÷ pixel rate of the preset, for decoding the master
 * once and encoding every rung, plus what chunks encode beyond their ends; bytes come from the
 * caps, so they are upper bounds.
 */
final class CostModel {

  /** Pixels of one 720p frame, to which the measured speeds of the presets refer. */
  private static final long REFERENCE_PIXELS = 1280 * 720;

  /** Decoding and scaling a 720p source, frames per second and core; an estimate. */
  private static final long DECODE_FRAMES_PER_SECOND = 400;

  /** Tone mapping 720p, frames per second and core; measured. */
  private static final long TONE_MAP_FRAMES_PER_SECOND = 150;

  /** Stereo AAC, times real time per core (media rule 18). */
  private static final long AUDIO_SPEED = 88;

  /** Boxes of one segment and its line in a manifest. */
  private static final long SEGMENT_OVERHEAD_BYTES = 1_500;

  private static final Rational SECONDS_BEYOND_CHUNK = Rational.ONE;

  private final Inspection inspection;
  private final List<RungPlan> rungs;
  private final List<AudioPlan> audio;
  private final int textTracks;
  private final Optional<ThumbnailPlan> thumbnails;

  CostModel(
      Inspection inspection,
      List<RungPlan> rungs,
      List<AudioPlan> audio,
      int textTracks,
      Optional<RungPlan> trickPlay,
      Optional<ThumbnailPlan> thumbnails) {
    this.thumbnails = thumbnails;
    this.textTracks = textTracks;
    this.inspection = inspection;
    this.rungs = Stream.concat(rungs.stream(), trickPlay.stream()).toList();
    this.audio = audio;
  }

  Cost predict(List<ChunkPlan> chunks, int segmentCount) {
    Rational duration = inspection.durationSeconds();
    Rational pictureSeconds = duration.plus(SECONDS_BEYOND_CHUNK.times(chunks.size()));
    Rational cpu =
        inspection
            .video()
            .map(video -> cpuOfPicture(video, pictureSeconds))
            .orElse(Rational.ZERO)
            .plus(duration.times(audio.size()).times(new Rational(1, AUDIO_SPEED)));
    long payload = bytes(duration) + tileBytes() * segmentCount;
    long tracks = rungs.size() + (long) audio.size() + textTracks + thumbnails.stream().count();
    long overhead = tracks * segmentCount * SEGMENT_OVERHEAD_BYTES;
    return new Cost(Math.max(1, cpu.round()), payload + overhead, payload + overhead);
  }

  private Rational cpuOfPicture(VideoStream video, Rational seconds) {
    Rational frames = video.rate().framesPerSecond().times(seconds);
    Rational sum =
        referenceFrames(frames, new Size(video.width(), video.height()))
            .times(new Rational(1, DECODE_FRAMES_PER_SECOND));
    sum = sum.plus(cpuOfToneMapping(frames));
    for (RungPlan rung : rungs) {
      Rational rungFrames = frames.times(new Rational(1, rung.rateDivisor()));
      sum =
          sum.plus(
              referenceFrames(rungFrames, new Size(rung.width(), rung.height()))
                  .times(
                      new Rational(1, EncoderSpeed.framesPerSecond(rung.codec(), rung.preset()))));
    }
    return sum;
  }

  /** Once for all rungs, at the size of the largest that needs it. */
  private Rational cpuOfToneMapping(Rational frames) {
    return rungs.stream()
        .filter(rung -> rung.toneMap().isPresent())
        .map(rung -> new Size(rung.width(), rung.height()))
        .max(Comparator.comparingLong(Size::pixels))
        .map(size -> referenceFrames(frames, size))
        .map(reference -> reference.times(new Rational(1, TONE_MAP_FRAMES_PER_SECOND)))
        .orElse(Rational.ZERO);
  }

  /** Rounded, so that fractions of many rungs do not grow without bound. */
  private static Rational referenceFrames(Rational frames, Size size) {
    return Rational.of(
        frames.times(size.pixels()).times(new Rational(1, REFERENCE_PIXELS)).round());
  }

  /** JPEG at the quality of tiles takes less than half a byte for a pixel. */
  private long tileBytes() {
    return thumbnails
        .map(images -> new Size(images.width(), images.height()).pixels() * images.images() / 2)
        .orElse(0L);
  }

  private long bytes(Rational duration) {
    long bitsPerSecond =
        rungs.stream().mapToLong(RungPlan::maxBitsPerSecond).sum()
            + audio.stream().mapToLong(AudioPlan::bitsPerSecond).sum();
    return duration.times(bitsPerSecond).times(new Rational(1, 8)).round();
  }
}
