package dev.reelway.ingest.plan;

import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.ChunkKeys;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.Identity;
import dev.reelway.contracts.plan.TextPlan;
import dev.reelway.contracts.work.TaskKind;
import dev.reelway.contracts.work.TaskRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A plan that goes on with what was finished for an earlier one, such as that of another engine
 * build: tracks that are there as a whole keep their names, and with them their bytes. A track
 * never mixes builds, since each stands on an init segment of its own. Pictures stay together or
 * not at all, because one task makes all rungs. What has the same name in both plans needs no
 * keeping: its task finds the work objects. So the same plan made twice is the same plan.
 *
 * @param plan the new plan, with the names of what is kept
 * @param tasks what need not be done for it
 */
public record KeptTracks(EncodePlan plan, List<TaskRef> tasks) {

  /** Defensive copy. */
  public KeptTracks {
    tasks = List.copyOf(tasks);
  }

  /** Nothing was finished. */
  public static KeptTracks none(EncodePlan plan) {
    return new KeptTracks(plan, List.of());
  }

  /**
   * Keeps what it can.
   *
   * @param plan as it would be if nothing was there
   * @param earlier a plan of the same title
   * @param isFinished whether all that a task of {@code earlier} makes is there
   */
  public static KeptTracks keep(
      EncodePlan plan, EncodePlan earlier, Predicate<TaskRef> isFinished) {
    boolean sameSource =
        plan.inspection().equals(earlier.inspection())
            && plan.grid().equals(earlier.grid())
            && plan.chunks().equals(earlier.chunks())
            && plan.tolerateDamage() == earlier.tolerateDamage();
    return sameSource ? new Comparison(plan, earlier).keep(isFinished) : none(plan);
  }

  private record Comparison(EncodePlan plan, EncodePlan earlier) {

    KeptTracks keep(Predicate<TaskRef> isFinished) {
      EncodePlan picture = keepsPicture(isFinished) ? earlier : plan;
      List<AudioPlan> audio = new ArrayList<>(plan.audio());
      List<TextPlan> text = new ArrayList<>(plan.text());
      IntStream.range(0, Math.min(audio.size(), earlier.audio().size()))
          .filter(i -> isAlikeByAnotherName(audio.get(i), earlier.audio().get(i)))
          .filter(i -> isFinished.test(TaskRef.audio(i)))
          .forEach(i -> audio.set(i, audio.get(i).named(earlier.audio().get(i).track())));
      IntStream.range(0, Math.min(text.size(), earlier.text().size()))
          .filter(i -> isAlikeByAnotherName(text.get(i), earlier.text().get(i)))
          .filter(i -> isFinished.test(TaskRef.text(i)))
          .forEach(i -> text.set(i, text.get(i).named(earlier.text().get(i).track())));
      EncodePlan tracks =
          plan.withPictures(picture.encodedRungs(), picture.thumbnails(), picture.poster())
              .withSoundAndText(audio, text);
      EncodePlan kept = tracks.withHash(PlanHash.of(tracks));
      return new KeptTracks(
          kept, kept.tasks().filter(task -> isKept(kept, task)).filter(isFinished).toList());
    }

    private boolean keepsPicture(Predicate<TaskRef> isFinished) {
      return !plan.rungs().equals(earlier.rungs())
          && unnamed(plan).equals(unnamed(earlier))
          && isWhole(isFinished);
    }

    /** Everything that chunks become. */
    private static List<Object> unnamed(EncodePlan plan) {
      return List.of(
          plan.encodedRungs().stream().map(rung -> rung.withTrack("")).toList(),
          plan.thumbnails().map(images -> images.withTrack("")),
          plan.poster().map(poster -> poster.withTrack("")));
    }

    private boolean isWhole(Predicate<TaskRef> isFinished) {
      return !earlier.chunks().isEmpty()
          && earlier
              .tasks()
              .filter(task -> task.kind() == TaskKind.VIDEO_CHUNK)
              .allMatch(isFinished);
    }

    private boolean isAlikeByAnotherName(AudioPlan one, AudioPlan other) {
      return !one.track().equals(other.track())
          && one.file() == other.file()
          && Identity.of(one).equals(Identity.of(other));
    }

    private boolean isAlikeByAnotherName(TextPlan one, TextPlan other) {
      return !one.track().equals(other.track())
          && one.file() == other.file()
          && Identity.of(one).equals(Identity.of(other));
    }

    /** Whether all that a task makes has the earlier plan's names instead of its own. */
    private boolean isKept(EncodePlan kept, TaskRef task) {
      Set<String> tracks = ChunkKeys.of(kept, task).keySet();
      return !tracks.equals(ChunkKeys.of(plan, task).keySet())
          && tracks.equals(ChunkKeys.of(earlier, task).keySet());
    }
  }
}
