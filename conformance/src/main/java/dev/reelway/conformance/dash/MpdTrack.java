package dev.reelway.conformance.dash;

import dev.reelway.conformance.model.DeclaredTrack;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.contracts.time.Rational;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Representation with all that it inherits.
 *
 * @param representation its element
 * @param set the AdaptationSet
 * @param period the Period
 * @param periodStart seconds
 * @param timescale of the segment times
 * @param offsetTicks presentationTimeOffset
 * @param byNumber whether the times are a constant duration, not a timeline or an index
 * @param times of the segments, as many as the track has
 * @param track the same in the terms of the model
 */
record MpdTrack(
    Element representation,
    Element set,
    Element period,
    Rational periodStart,
    long timescale,
    long offsetTicks,
    boolean byNumber,
    List<SegmentTime> times,
    DeclaredTrack track) {

  MpdTrack {
    times = List.copyOf(times);
  }

  String id() {
    return representation.attribute("id").orElse("");
  }

  int line() {
    return representation.line();
  }

  /** An attribute of the Representation, or else of its set. */
  Optional<String> attribute(String name) {
    return representation.attribute(name).or(() -> set.attribute(name));
  }

  /** Descriptors of a scheme, of the Representation and of its set. */
  Stream<Element> descriptors(String name, String scheme) {
    return Stream.concat(representation.descriptors(name, scheme), set.descriptors(name, scheme));
  }

  Optional<MeasuredTrack> measured(Measurements measurements) {
    return track.kind().isCmaf() ? measurements.of(track) : Optional.empty();
  }

  /** Seconds between two times of the timeline. */
  Rational seconds(long ticks) {
    return new Rational(ticks, timescale);
  }
}
