package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.Loudness;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.scan.SoundAnalysis;
import dev.reelway.media.scan.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What people should know of what decoding a sound track has shown. */
final class HeardFindings {

  private static final Rational SILENCE_SECONDS = Rational.of(5);
  private static final Rational CLIPPED_SECONDS = new Rational(3, 10);

  /** In dB relative to full scale. */
  private static final double SILENT_PEAK = -60;

  private static final double AUDIBLE_PEAK = -40;

  /** In LUFS. */
  private static final double TOO_LOUD = -9;

  private static final double TOO_QUIET = -40;

  private static final double INVERTED_PHASE = -0.5;
  private static final double LARGE_OFFSET = 0.02;

  private final SoundAnalysis sound;
  private final String track;
  private final Rational duration;
  private final List<Finding> findings = new ArrayList<>();

  private HeardFindings(SoundAnalysis sound, Rational duration) {
    this.sound = sound;
    this.track = "Sound track " + sound.stream();
    this.duration = duration;
  }

  static List<Finding> of(SoundAnalysis sound, Rational duration) {
    HeardFindings all = new HeardFindings(sound, duration);
    if (sound.loudness().isEmpty()) {
      return List.of();
    }
    if (sound.channels().stream().allMatch(channel -> channel.peak() < SILENT_PEAK)) {
      all.add(FindingCode.SILENT_TRACK, "is silent from start to end.");
      return all.findings;
    }
    all.loudness(sound.loudness().get());
    all.silence();
    all.levels();
    all.sides();
    return all.findings;
  }

  private void loudness(Loudness loudness) {
    add(
        FindingCode.LOUDNESS,
        String.format(
            Locale.ROOT,
            "has %.1f LUFS, a range of %.1f LU and a true peak of %.1f dBTP.",
            loudness.integratedLufs(),
            loudness.rangeLu(),
            loudness.truePeakDbtp()));
    if (loudness.integratedLufs() > TOO_LOUD || loudness.integratedLufs() < TOO_QUIET) {
      add(
          FindingCode.LOUDNESS_FAR_OFF,
          String.format(
              Locale.ROOT,
              "is unusually %s: %.1f LUFS.",
              loudness.integratedLufs() > TOO_LOUD ? "loud" : "quiet",
              loudness.integratedLufs()));
    }
    if (loudness.truePeakDbtp() > 0) {
      add(
          FindingCode.TRUE_PEAK_HIGH,
          String.format(
              Locale.ROOT,
              "reaches %.1f dB beyond full scale and may distort.",
              loudness.truePeakDbtp()));
    }
  }

  private void silence() {
    List<Stretch> inside =
        Stretches.atLeast(SILENCE_SECONDS, sound.silence()).stream()
            .filter(stretch -> !Stretches.atEdge(stretch, duration))
            .toList();
    if (!inside.isEmpty()) {
      add(FindingCode.SILENCE_STRETCH, "is silent at " + Stretches.words(inside) + ".");
    }
  }

  private void levels() {
    if (Stretches.sum(sound.clipped()).compareTo(CLIPPED_SECONDS) >= 0) {
      List<Stretch> clipped = Stretches.joined(Rational.ONE, sound.clipped());
      add(FindingCode.CLIPPING, "is cut flat at its peaks at " + Stretches.words(clipped) + ".");
    }
    if (sound.channels().stream().anyMatch(c -> Math.abs(c.offset()) > LARGE_OFFSET)) {
      add(FindingCode.DC_OFFSET, "is shifted off the zero line.");
    }
  }

  private void sides() {
    if (sound.channels().size() != 2) {
      return;
    }
    double left = sound.channels().get(0).peak();
    double right = sound.channels().get(1).peak();
    if (Math.min(left, right) < SILENT_PEAK && Math.max(left, right) >= AUDIBLE_PEAK) {
      add(
          FindingCode.ONE_SIDED,
          "is heard on the %s side only.".formatted(left < right ? "right" : "left"));
    } else if (sound.phase().orElse(1) < INVERTED_PHASE) {
      add(
          FindingCode.PHASE_INVERTED,
          "has its two sides upside down to each other; in mono it nearly vanishes.");
    }
  }

  private void add(FindingCode code, String predicate) {
    findings.add(Finding.of(code, track + " " + predicate));
  }
}
