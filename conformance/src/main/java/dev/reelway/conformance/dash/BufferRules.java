package dev.reelway.conformance.dash;

import dev.reelway.conformance.model.DeclaredSegment;
import dev.reelway.conformance.model.MeasuredSegment;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.conformance.place.Location;
import dev.reelway.contracts.time.Rational;
import java.util.Map;
import java.util.Optional;

/**
 * {@code @bandwidth} against {@code @minBufferTime}, ISO/IEC 23009-1 5.3.5.2. Over a line of that
 * rate, started at any segment, every segment is there in full when it ends at the latest:
 *
 * <pre>
 *  late = max(0, late) + bits(k) − rate · duration(k)
 *  the promise is broken if late > rate · minBufferTime
 * </pre>
 */
final class BufferRules implements DashRules {

  @Override
  public void check(DashPackage title) {
    Optional<Rational> buffer = title.mpd().duration("minBufferTime");
    for (MpdTrack track : title.mpd().tracks()) {
      Optional<Rational> rate =
          track.representation().attribute("bandwidth").flatMap(Fractions::parse);
      Optional<MeasuredTrack> media = track.measured(title.media());
      if (buffer.isPresent() && rate.isPresent() && media.isPresent()) {
        check(title, track, media.get(), rate.get(), buffer.get());
      }
    }
  }

  private static void check(
      DashPackage title, MpdTrack track, MeasuredTrack media, Rational rate, Rational buffer) {
    Map<Location, MeasuredSegment> measured = media.byLocation();
    Rational late = Rational.ZERO;
    Rational latest = Rational.ZERO;
    for (DeclaredSegment declared : track.track().segments()) {
      MeasuredSegment segment = measured.get(declared.location());
      if (segment == null) {
        return; // its size is not known
      }
      Rational before = late.signum() < 0 ? Rational.ZERO : late;
      Rational bits = Rational.of(8).times(segment.sizeBytes());
      late = before.plus(bits).minus(rate.times(segment.duration().seconds()));
      latest = late.compareTo(latest) > 0 ? late : latest;
    }
    Rational allowed = rate.times(buffer);
    if (latest.compareTo(allowed) > 0) {
      title
          .faults()
          .add(
              DashRule.DASH_BANDWIDTH,
              track.line(),
              "at most " + allowed.round() + " bits to wait for at " + rate.round() + " b/s",
              latest.round() + " bits in " + track.id());
    }
  }
}
