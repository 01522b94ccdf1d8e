package dev.reelway.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Excerpt;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.ChunkKeys;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.ingest.Scans;
import dev.reelway.ingest.plan.Planner;
import dev.reelway.ingest.plan.ProfileReader;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ExcerptCutTest {

  private static final Inspection WHOLE =
      Scans.inspect(Scans.picture(FrameRate.of(25, 1), 40), Scans.sound(1, "eng", 40));

  @Test
  void of_aPieceInTheMiddle_beginsAtItsFirstFrame() {
    Inspection piece = cut(12, 10);
    VideoStream whole = WHOLE.video().orElseThrow();
    VideoStream video = piece.video().orElseThrow();
    assertThat(video.frameMap()).isEqualTo(whole.frameMap().slice(300, 550));
    assertThat(video.presentationTimes()).isEqualTo(whole.presentationTimes());
    assertThat(piece.durationSeconds()).isEqualTo(Rational.of(10));
    assertThat(piece.originSeconds()).isEqualTo(WHOLE.originSeconds().plus(Rational.of(12)));
    assertThat(piece.audio()).isEmpty();
    assertThat(piece.text()).isEmpty();
  }

  @Test
  void of_aPieceBeyondTheEnd_isTheLastOne() {
    VideoStream video = cut(39, 10).video().orElseThrow();
    assertThat(video.frameMap().size()).isEqualTo(250);
    assertThat(video.frameMap().last()).isEqualTo(WHOLE.video().orElseThrow().frameMap().last());
  }

  @Test
  void of_aPieceLongerThanTheTitle_isTheTitle() {
    assertThat(cut(5, 60).video().orElseThrow().frameMap().size()).isEqualTo(1_000);
  }

  @Test
  void of_aTitleWithoutAPicture_isRefused() {
    Inspection sound = Scans.inspect(Scans.of(Scans.sound(0, "eng", 100)));
    assertThatThrownBy(() -> ExcerptCut.of(sound, excerpt(0, 10)))
        .isInstanceOf(ReelwayException.class)
        .hasMessageContaining("no picture");
  }

  @Test
  void keys_ofAPiece_areOthersThanTheTitles() {
    Set<String> keys = new HashSet<>(keys(WHOLE));
    assertThat(keys).doesNotContainAnyElementsOf(keys(cut(12, 10)));
  }

  private static Set<String> keys(Inspection inspection) {
    EncodePlan plan = Planner.plan(inspection, ProfileReader.defaultProfile(), "build", false);
    Set<String> keys = new HashSet<>();
    plan.chunks().forEach(chunk -> keys.addAll(ChunkKeys.ofChunk(plan, chunk).values()));
    return keys;
  }

  private static Inspection cut(int start, int seconds) {
    return ExcerptCut.of(WHOLE, excerpt(start, seconds));
  }

  private static Excerpt excerpt(int start, int seconds) {
    return new Excerpt("film", 1, Rational.of(start), Rational.of(seconds));
  }
}
