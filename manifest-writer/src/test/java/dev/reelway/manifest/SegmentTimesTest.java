package dev.reelway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.title.Track;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class SegmentTimesTest extends RandomTracks {

  @Example
  void targetSeconds_withText_isThatOfThePicture() {
    Presentation with = SamplePresentations.subtitled();
    Presentation without = new Presentation(with.duration(), with.video(), with.audio(), List.of());
    assertThat(SegmentTimes.targetSeconds(with)).isEqualTo(SegmentTimes.targetSeconds(without));
    assertThat(SegmentTimes.longest(with)).isEqualTo(SegmentTimes.longest(without));
  }

  @Property(tries = 300)
  void durations_anyContiguousRun_addsUpToWithinAMicrosecond(@ForAll("tracks") Track track) {
    List<BigDecimal> durations = SegmentTimes.durations(track);
    for (int from = 0; from < durations.size(); from++) {
      BigDecimal sum = BigDecimal.ZERO;
      long ticks = 0;
      for (int i = from; i < durations.size(); i++) {
        sum = sum.add(durations.get(i));
        ticks += track.segments().get(i).durationTicks();
        BigDecimal truth =
            BigDecimal.valueOf(ticks)
                .divide(BigDecimal.valueOf(track.timescale()), MathContext.DECIMAL128);
        assertThat(sum.subtract(truth).abs()).isLessThanOrEqualTo(new BigDecimal("0.000001"));
      }
    }
  }

  @Property(tries = 300)
  void targetSeconds_anyTrack_isNotBelowAnyRoundedDuration(@ForAll("tracks") Track track) {
    long target = targetSeconds(track);
    List<Long> rounded =
        SegmentTimes.durations(track).stream()
            .map(d -> d.setScale(0, RoundingMode.HALF_UP).longValue())
            .toList();
    assertThat(rounded).allMatch(d -> d <= target).contains(target);
  }

  @Example
  void durations_film_haveSixDecimals() {
    Track track = SamplePresentations.film().video().get(0);
    assertThat(SegmentTimes.durations(track).get(0)).isEqualTo(new BigDecimal("6.006000"));
  }

  @Example
  void longest_soundThatRunsOver_isExact() {
    assertThat(SegmentTimes.longest(SamplePresentations.sports()))
        .isEqualTo(new Rational(288_768, 48_000));
    assertThat(SegmentTimes.longest(SamplePresentations.silent())).isEqualTo(Rational.of(6));
  }
}
