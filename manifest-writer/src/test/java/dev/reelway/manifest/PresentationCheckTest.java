package dev.reelway.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.title.AudioTrack;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.work.SegmentEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PresentationCheckTest {

  private static final SegmentEntry FIRST = new SegmentEntry(1, 0, 100, 10);

  @Test
  void check_noTrack_isRefused() {
    assertRefused();
  }

  @Test
  void check_sameIdTwice_isRefused() {
    assertRefused(track("a", FIRST), track("a", FIRST));
  }

  @Test
  void check_idThatNeedsEscaping_isRefused() {
    assertRefused(track("a b", FIRST));
    assertRefused(track("a/b", FIRST));
    assertRefused(track("$Number$", FIRST));
  }

  @Test
  void check_noSegment_isRefused() {
    assertRefused(track("a"));
  }

  @Test
  void check_firstSegmentNotAtZero_isRefused() {
    assertRefused(track("a", new SegmentEntry(1, 5, 100, 10)));
  }

  @Test
  void check_gapOverlapOrMissingNumber_isRefused() {
    assertRefused(track("a", FIRST, new SegmentEntry(2, 101, 100, 10)));
    assertRefused(track("a", FIRST, new SegmentEntry(2, 99, 100, 10)));
    assertRefused(track("a", FIRST, new SegmentEntry(3, 100, 100, 10)));
  }

  @Test
  void check_emptySegment_isRefused() {
    assertRefused(track("a", FIRST, new SegmentEntry(2, 100, 0, 10)));
    assertRefused(track("a", FIRST, new SegmentEntry(2, 100, 100, 0)));
  }

  private static AudioTrack track(String id, SegmentEntry... segments) {
    return new AudioTrack(
        id, "A", "mp4a.40.2", 100, 100, 2, "en", TrackRole.MAIN, true, List.of(segments));
  }

  private static void assertRefused(AudioTrack... tracks) {
    Presentation presentation =
        new Presentation(new MediaTime(1, 1), List.of(), List.of(tracks), List.of());
    assertThatThrownBy(() -> PresentationCheck.check(presentation))
        .isInstanceOfSatisfying(
            ReelwayException.class,
            e -> assertThat(e.kind()).isEqualTo(FailureKind.INVARIANT_BROKEN));
  }
}
