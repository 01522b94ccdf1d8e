package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Decimal;
import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.manifest.MeasuredRate;
import dev.reelway.conformance.manifest.PictureShape;
import dev.reelway.conformance.manifest.Seconds;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.contracts.time.Rational;
import dev.reelway.isobmff.box.ColourInformationBox;
import dev.reelway.isobmff.read.TrackDescription;
import java.util.List;
import java.util.Optional;

/** RESOLUTION, FRAME-RATE and VIDEO-RANGE against the media. */
final class PictureRules implements HlsRules {
  private static final Rational ROUNDING = new Rational(1, 1000);
  private static final Rational HIGHEST_RATE = Rational.of(60);
  private static final int PQ = 16;
  private static final int HLG = 18;

  @Override
  public void check(HlsPackage title, Measurements measurements, Findings findings) {
    Faults faults = new Faults(title.top().path(), findings);
    List<Variant> streams = title.top().variants(Variant.Kind.STREAM);
    for (Variant variant : title.top().variants()) {
      Optional<MeasuredTrack> track =
          title.entry(variant.path()).flatMap(entry -> entry.measured(measurements));
      Optional<TrackDescription> about = track.flatMap(MeasuredTrack::description);
      about
          .filter(media -> media.kind() == TrackDescription.Kind.VIDEO)
          .ifPresent(
              media -> {
                resolution(variant, media, faults);
                range(variant, media, faults);
              });
      if (variant.kind() == Variant.Kind.STREAM) {
        track.ifPresent(media -> frameRate(variant, media, faults));
      }
    }
    boolean hdr = streams.stream().anyMatch(variant -> !declaredRange(variant).equals("SDR"));
    if (hdr && streams.stream().noneMatch(variant -> declaredRange(variant).equals("SDR"))) {
      faults.add(HlsRule.HLS_SDR_VARIANT, 0, "a variant in SDR", "HDR only");
    }
  }

  private static void resolution(Variant variant, TrackDescription media, Faults faults) {
    Optional<String> declared = variant.attributes().text("RESOLUTION");
    String coded = media.width() + "x" + media.height();
    String shown = PictureShape.displayWidth(media) + "x" + media.height();
    if (declared.isPresent() && !declared.get().equals(coded) && !declared.get().equals(shown)) {
      faults.add(HlsRule.HLS_RESOLUTION, variant.line(), coded, declared.get());
    }
  }

  private static void frameRate(Variant variant, MeasuredTrack media, Faults faults) {
    Optional<Rational> declared = variant.attributes().text("FRAME-RATE").flatMap(Decimal::parse);
    Optional<Rational> measured = MeasuredRate.of(media.segments());
    if (declared.isEmpty() || measured.isEmpty()) {
      return;
    }
    Rational difference = declared.get().minus(measured.get());
    boolean wrong =
        MeasuredRate.isSteady(media.segments())
            ? Seconds.absolute(difference).compareTo(ROUNDING) > 0
            : difference.plus(ROUNDING).signum() < 0;
    String found = variant.attributes().text("FRAME-RATE", "");
    if (wrong && !MeasuredRate.isCut(media.segments(), declared.get())) {
      faults.add(HlsRule.HLS_FRAME_RATE, variant.line(), measured.get().toString(), found);
    }
    if (declared.get().compareTo(HIGHEST_RATE) > 0) {
      faults.add(HlsRule.HLS_FRAME_RATE_HIGH, variant.line(), "at most 60", found);
    }
  }

  private static String declaredRange(Variant variant) {
    return variant.attributes().text("VIDEO-RANGE", "SDR");
  }

  private static void range(Variant variant, TrackDescription media, Faults faults) {
    Optional<ColourInformationBox> colour = media.sampleEntry().find(ColourInformationBox.class);
    if (colour.isEmpty()) {
      return;
    }
    String expected =
        switch (colour.get().transfer()) {
          case PQ -> "PQ";
          case HLG -> "HLG";
          default -> "SDR";
        };
    if (!declaredRange(variant).equals(expected)) {
      faults.add(
          HlsRule.HLS_VIDEO_RANGE,
          variant.line(),
          expected,
          variant.attributes().text("VIDEO-RANGE", "none, which means SDR"));
    }
  }
}
