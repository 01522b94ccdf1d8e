package dev.reelway.conformance.dash;

import dev.reelway.conformance.manifest.MeasuredRate;
import dev.reelway.conformance.manifest.PictureShape;
import dev.reelway.conformance.manifest.Seconds;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.contracts.time.Rational;
import dev.reelway.isobmff.read.TrackDescription;
import java.util.Optional;

/** Size, shape and rate of pictures against the media. */
final class PictureRules implements DashRules {
  private static final Rational RATE_SLACK = new Rational(1, 1000);

  @Override
  public void check(DashPackage title) {
    for (MpdTrack track : title.mpd().tracks()) {
      Optional<MeasuredTrack> media = track.measured(title.media());
      Optional<TrackDescription> about = media.flatMap(MeasuredTrack::description);
      if (about.filter(is -> is.kind() == TrackDescription.Kind.VIDEO).isPresent()) {
        size(title, track, about.get());
        shape(title, track, about.get());
        rate(title, track, media.get());
      }
    }
  }

  private static void size(DashPackage title, MpdTrack track, TrackDescription media) {
    Optional<Rational> width = track.attribute("width").flatMap(Fractions::parse);
    Optional<Rational> height = track.attribute("height").flatMap(Fractions::parse);
    Rational coded = Rational.of(media.width());
    Rational shown = Rational.of(PictureShape.displayWidth(media));
    boolean wide = width.isEmpty() || width.get().equals(coded) || width.get().equals(shown);
    boolean high = height.isEmpty() || height.get().equals(Rational.of(media.height()));
    if (!wide || !high) {
      String found =
          track.attribute("width").orElse("?") + "x" + track.attribute("height").orElse("?");
      String expected = media.width() + "x" + media.height();
      title.faults().add(DashRule.DASH_SIZE, track.line(), expected, found);
    }
  }

  private static void shape(DashPackage title, MpdTrack track, TrackDescription media) {
    Optional<Rational> declared = track.attribute("sar").flatMap(Fractions::parse);
    Rational pixel = PictureShape.pixel(media);
    if (declared.filter(said -> !said.equals(pixel)).isPresent()) {
      title
          .faults()
          .add(
              DashRule.DASH_SAR,
              track.line(),
              pixel.numerator() + ":" + pixel.denominator(),
              track.attribute("sar").orElse(""));
    }
  }

  private static void rate(DashPackage title, MpdTrack track, MeasuredTrack media) {
    Optional<Rational> declared = track.attribute("frameRate").flatMap(Fractions::parse);
    Optional<Rational> measured = MeasuredRate.of(media.segments());
    boolean comparable =
        declared.isPresent() && measured.isPresent() && MeasuredRate.isSteady(media.segments());
    if (comparable
        && !Seconds.near(declared.get(), measured.get(), RATE_SLACK)
        && !MeasuredRate.isCut(media.segments(), declared.get())) {
      title
          .faults()
          .add(
              DashRule.DASH_FRAME_RATE,
              track.line(),
              measured.get().toString(),
              declared.get().toString());
    }
  }
}
