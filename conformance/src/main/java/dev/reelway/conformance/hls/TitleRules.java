package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.manifest.Seconds;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.contracts.time.Rational;
import java.util.List;
import java.util.Optional;

/** What all playlists of a title share. */
final class TitleRules implements HlsRules {
  /** More than any two frames, less than anybody would cut on purpose. */
  private static final Rational SAME = new Rational(1, 10);

  @Override
  public void check(HlsPackage title, Measurements measurements, Findings findings) {
    Optional<HlsPackage.Entry> main = main(title);
    if (main.isEmpty()) {
      return;
    }
    for (HlsPackage.Entry entry : title.entries().values()) {
      Faults faults = new Faults(entry.playlist().path(), findings);
      target(main.get(), entry, faults);
      duration(main.get(), entry, faults);
    }
    boolean video = main.get().track().kind() == MediaKind.VIDEO;
    boolean streams = !title.top().variants(Variant.Kind.STREAM).isEmpty();
    if (video && streams && title.top().variants(Variant.Kind.I_FRAMES).isEmpty()) {
      new Faults(title.top().path(), findings)
          .add(HlsRule.HLS_I_FRAMES_MISSING, 0, "#EXT-X-I-FRAME-STREAM-INF", "none");
    }
  }

  /** The playlist that others are compared with: the first of pictures, else the first. */
  static Optional<HlsPackage.Entry> main(HlsPackage title) {
    List<HlsPackage.Entry> all = List.copyOf(title.entries().values());
    return all.stream()
        .filter(entry -> entry.track().kind() == MediaKind.VIDEO)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private static void target(HlsPackage.Entry main, HlsPackage.Entry entry, Faults faults) {
    MediaKind kind = entry.track().kind();
    boolean bound = kind == MediaKind.VIDEO || kind == MediaKind.AUDIO;
    var mine = entry.playlist().targetDuration();
    var first = main.playlist().targetDuration();
    if (bound && mine.isPresent() && first.isPresent() && !mine.equals(first)) {
      faults.add(
          HlsRule.HLS_TARGET_DURATION_EQUAL,
          0,
          first.getAsLong() + " s, as " + main.playlist().path(),
          mine.getAsLong() + " s");
    }
  }

  private static void duration(HlsPackage.Entry main, HlsPackage.Entry entry, Faults faults) {
    Rational expected = main.playlist().duration();
    Rational found = entry.playlist().duration();
    boolean text =
        entry.track().kind() == MediaKind.TEXT || entry.track().kind() == MediaKind.TEXT_FILES;
    if (Seconds.absolute(found.minus(expected)).compareTo(SAME) > 0) {
      faults.add(
          text && found.compareTo(expected) < 0 ? HlsRule.VTT_COVERAGE : HlsRule.HLS_DURATION_EQUAL,
          0,
          Seconds.text(expected) + ", as " + main.playlist().path(),
          Seconds.text(found));
    }
  }
}
