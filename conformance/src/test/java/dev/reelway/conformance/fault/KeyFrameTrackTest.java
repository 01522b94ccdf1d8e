package dev.reelway.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.conformance.check.PackageCheck;
import dev.reelway.conformance.place.MapPlace;
import dev.reelway.conformance.rule.Finding;
import dev.reelway.conformance.rule.Verdict;
import dev.reelway.conformance.track.CmafRule;
import dev.reelway.isobmff.box.TrackFragmentDecodeTimeBox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ranges of a file of their own, one behind the other, are looked into like any track. */
final class KeyFrameTrackTest {
  private static final PackageCheck CHECK = new PackageCheck(List.of(new PlainList()));
  private static final String FILE = "keys/all.m4s";

  @Test
  void check_seamlessRanges_areATrack() throws IOException {
    Verdict verdict = CHECK.check(keys(SmallPackage.load(), 0));

    assertThat(verdict.checked().tracks()).isEqualTo(1);
    assertThat(verdict.checked().samples()).isEqualTo(150);
    assertThat(verdict.findings()).isEmpty();
  }

  @Test
  void check_jumpOfTheClock_isFound() throws IOException {
    MapPlace place = SmallPackage.load();
    Damage.box(
        place,
        SmallPackage.segment(SmallPackage.SMALL, 2),
        TrackFragmentDecodeTimeBox.class,
        box -> new TrackFragmentDecodeTimeBox(box.baseDecodeTimeTicks() + 1));

    assertThat(CHECK.check(keys(place, 0)).findings())
        .extracting(Finding::rule)
        .contains(CmafRule.CMAF_TFDT_CONTINUOUS);
  }

  @Test
  void check_rangesWithOtherPicturesBetween_areLeftToTheirTrack() throws IOException {
    assertThat(CHECK.check(keys(SmallPackage.load(), 1000)).checked().tracks()).isZero();
  }

  /** The small track in one file, declared as key frames; each range ends early. */
  private static MapPlace keys(MapPlace small, int leftOut) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    StringBuilder list = new StringBuilder("track KEY_FRAMES keys/init.mp4\n");
    for (int number = 1; number <= 3; number++) {
      byte[] segment = small.files().get(SmallPackage.segment(SmallPackage.SMALL, number));
      list.append("segment %s %d %d%n".formatted(FILE, all.size(), segment.length - leftOut));
      all.writeBytes(segment);
    }
    return new MapPlace()
        .put("keys/init.mp4", small.files().get(SmallPackage.init(SmallPackage.SMALL)))
        .put(FILE, all.toByteArray())
        .put(SmallPackage.LIST, list.toString());
  }
}
