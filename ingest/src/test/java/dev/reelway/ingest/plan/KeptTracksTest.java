package dev.reelway.ingest.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.work.TaskKind;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.ingest.Scans;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTracksTest {

  private static final EncodePlan OLD = plan("old", 50);
  private static final EncodePlan NEW = plan("new", 50);

  private static EncodePlan plan(String build, int seconds) {
    return Planner.plan(
        Scans.inspect(
            Scans.picture(FrameRate.of(25, 1), 50),
            Scans.sound(1, "eng", 50),
            Scans.sound(2, "ger", seconds)),
        ProfileReader.defaultProfile(),
        build,
        false);
  }

  @Test
  void keep_ofOneFinishedSound_takesOverItsNameOnly() {
    TaskRef finished = TaskRef.audio(1);
    KeptTracks kept = KeptTracks.keep(NEW, OLD, finished::equals);
    assertThat(kept.tasks()).containsExactly(finished);
    assertThat(kept.plan().audio())
        .extracting(AudioPlan::track)
        .containsExactly(NEW.audio().get(0).track(), OLD.audio().get(1).track());
    assertThat(kept.plan().rungs()).isEqualTo(NEW.rungs());
    assertThat(kept.plan().engineBuild()).isEqualTo("new");
    assertThat(kept.plan().planHash()).isNotIn(OLD.planHash(), NEW.planHash());
  }

  @Test
  void keep_ofPictureThatLacksAChunk_keepsNoneOfIt() {
    TaskRef last = TaskRef.chunk(OLD.chunks().size() - 1);
    KeptTracks kept =
        KeptTracks.keep(
            NEW, OLD, task -> task.kind() == TaskKind.VIDEO_CHUNK && !task.equals(last));
    assertThat(kept).isEqualTo(KeptTracks.none(NEW));
  }

  @Test
  void keep_ofWholePicture_keepsAllRungsTogether() {
    KeptTracks kept = KeptTracks.keep(NEW, OLD, task -> task.kind() == TaskKind.VIDEO_CHUNK);
    assertThat(kept.tasks()).hasSameSizeAs(OLD.chunks());
    assertThat(kept.plan().encodedRungs()).isEqualTo(OLD.encodedRungs());
    assertThat(kept.plan().thumbnails()).isEqualTo(OLD.thumbnails());
    assertThat(kept.plan().poster()).isEqualTo(OLD.poster());
    assertThat(kept.plan().audio()).isEqualTo(NEW.audio());
  }

  @Test
  void keep_ofAnEarlierPlanWithOtherRungs_keepsSoundOnly() {
    List<RungPlan> fewer = OLD.rungs().subList(1, OLD.rungs().size());
    EncodePlan smaller = OLD.withPictures(fewer, OLD.thumbnails(), OLD.poster());
    KeptTracks kept = KeptTracks.keep(NEW, smaller, task -> true);
    assertThat(kept.tasks()).containsExactly(TaskRef.audio(0), TaskRef.audio(1));
    assertThat(kept.plan().rungs()).isEqualTo(NEW.rungs());
  }

  @Test
  void keep_afterAnotherInspection_keepsNothing() {
    assertThat(KeptTracks.keep(NEW, plan("old", 45), task -> true)).isEqualTo(KeptTracks.none(NEW));
  }

  @Test
  void keep_forTheSameBuild_isThePlanItself() {
    assertThat(KeptTracks.keep(OLD, OLD, task -> true)).isEqualTo(KeptTracks.none(OLD));
  }

  @Test
  void keep_twice_isTheSame() {
    TaskRef finished = TaskRef.audio(0);
    KeptTracks once = KeptTracks.keep(NEW, OLD, finished::equals);
    assertThat(KeptTracks.keep(NEW, once.plan(), task -> true)).isEqualTo(once);
  }

  @Test
  void keep_ofWhatWasKeptBefore_keepsItForAThirdBuild() {
    TaskRef finished = TaskRef.audio(0);
    EncodePlan second = KeptTracks.keep(NEW, OLD, finished::equals).plan();
    KeptTracks third = KeptTracks.keep(plan("third", 50), second, finished::equals);
    assertThat(third.plan().audio().get(0).track()).isEqualTo(OLD.audio().get(0).track());
    assertThat(third.tasks()).containsExactly(finished);
  }
}
