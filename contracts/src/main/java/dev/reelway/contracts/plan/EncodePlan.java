package dev.reelway.contracts.plan;

import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.contracts.work.TaskRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything that is decided before CPU is spent. A function of the inspection, the profile and the
 * engine build alone, never of the machine, the number of workers or the day.
 *
 * @param schema version of this record's JSON form
 * @param planHash identity of all decisions below
 * @param engineBuild the FFmpeg and encoder build that every task must use
 * @param tolerateDamage whether damaged stretches are bridged instead of refused
 * @param inspection what the plan was made from
 * @param grid where segments start
 * @param rungs video renditions from the highest to the lowest, empty for an audio title
 * @param audio sound renditions
 * @param text text renditions
 * @param trickPlay rendition for fast forward, absent for an audio title or if it is not wanted
 * @param thumbnails images for scrubbing, absent for an audio title or if they are not wanted
 * @param poster the picture that stands for the title, absent as thumbnails are
 * @param chunks video work in order, empty for an audio title
 * @param cost prediction
 * @param warnings what people should know
 */
public record EncodePlan(
    int schema,
    String planHash,
    String engineBuild,
    boolean tolerateDamage,
    Inspection inspection,
    SegmentGrid grid,
    List<RungPlan> rungs,
    List<AudioPlan> audio,
    List<TextPlan> text,
    Optional<RungPlan> trickPlay,
    Optional<ThumbnailPlan> thumbnails,
    Optional<PosterPlan> poster,
    List<ChunkPlan> chunks,
    Cost cost,
    List<Finding> warnings) {

  /** The current JSON form. */
  public static final int SCHEMA = 1;

  /** A plan with nothing for scrubbing. */
  public EncodePlan(
      int schema,
      String planHash,
      String engineBuild,
      boolean tolerateDamage,
      Inspection inspection,
      SegmentGrid grid,
      List<RungPlan> rungs,
      List<AudioPlan> audio,
      List<TextPlan> text,
      List<ChunkPlan> chunks,
      Cost cost,
      List<Finding> warnings) {
    this(
        schema,
        planHash,
        engineBuild,
        tolerateDamage,
        inspection,
        grid,
        rungs,
        audio,
        text,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        chunks,
        cost,
        warnings);
  }

  /** All video renditions: those that are played, then that for fast forward. */
  public List<RungPlan> encodedRungs() {
    return Stream.concat(rungs.stream(), trickPlay.stream()).toList();
  }

  /** Everything that is to be encoded. */
  public Stream<TaskRef> tasks() {
    return Stream.of(
            IntStream.range(0, chunks.size()).mapToObj(TaskRef::chunk),
            IntStream.range(0, audio.size()).mapToObj(TaskRef::audio),
            IntStream.range(0, text.size()).mapToObj(TaskRef::text))
        .flatMap(tasks -> tasks);
  }

  /** The same plan with only some of its pictures, {@code some} of {@link #encodedRungs}. */
  public EncodePlan withPictures(
      List<RungPlan> some, Optional<ThumbnailPlan> images, Optional<PosterPlan> posters) {
    return with(
        planHash,
        some.stream().filter(rung -> !rung.isTrickPlay()).toList(),
        some.stream().filter(RungPlan::isTrickPlay).findFirst(),
        images,
        posters,
        audio,
        text);
  }

  /** The same plan with other sound and text. */
  public EncodePlan withSoundAndText(List<AudioPlan> otherAudio, List<TextPlan> otherText) {
    return with(planHash, rungs, trickPlay, thumbnails, poster, otherAudio, otherText);
  }

  /** The same plan under another identity. */
  public EncodePlan withHash(String hash) {
    return with(hash, rungs, trickPlay, thumbnails, poster, audio, text);
  }

  private EncodePlan with(
      String hash,
      List<RungPlan> newRungs,
      Optional<RungPlan> newTrickPlay,
      Optional<ThumbnailPlan> newThumbnails,
      Optional<PosterPlan> newPoster,
      List<AudioPlan> newAudio,
      List<TextPlan> newText) {
    return new EncodePlan(
        schema,
        hash,
        engineBuild,
        tolerateDamage,
        inspection,
        grid,
        newRungs,
        newAudio,
        newText,
        newTrickPlay,
        newThumbnails,
        newPoster,
        chunks,
        cost,
        warnings);
  }

  /** The ids of all tracks that the title will have. */
  public Stream<String> trackIds() {
    return Stream.of(
            encodedRungs().stream().map(RungPlan::track),
            audio.stream().map(AudioPlan::track),
            text.stream().map(TextPlan::track),
            thumbnails.stream().map(ThumbnailPlan::track),
            poster.stream().map(PosterPlan::track))
        .flatMap(ids -> ids);
  }

  /** Defensive copies. */
  public EncodePlan {
    rungs = List.copyOf(rungs);
    audio = List.copyOf(audio);
    text = List.copyOf(text);
    chunks = List.copyOf(chunks);
    warnings = List.copyOf(warnings);
  }
}
