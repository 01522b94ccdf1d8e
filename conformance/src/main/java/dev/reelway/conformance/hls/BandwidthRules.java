package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.model.MeasuredSegment;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.place.Resource;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.contracts.time.Rational;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** BANDWIDTH and AVERAGE-BANDWIDTH against the sizes of the segments. */
final class BandwidthRules implements HlsRules {
  /** What the rounding of durations to milliseconds can do. */
  private static final Rational ROUNDING = new Rational(1001, 1000);

  private static final Rational LOOSE = new Rational(11, 10);

  /** Below this, rates say more of headers than of media. */
  private static final long SMALL = 20_000;

  @Override
  public void check(HlsPackage title, Measurements measurements, Findings findings)
      throws IOException {
    Map<String, SegmentRates> rates = new HashMap<>();
    for (Map.Entry<String, HlsPackage.Entry> entry : title.entries().entrySet()) {
      rates(title.place(), entry.getValue(), measurements)
          .ifPresent(found -> rates.put(entry.getKey(), found));
    }
    Faults faults = new Faults(title.top().path(), findings);
    for (Variant variant : title.top().variants()) {
      worst(title, variant, rates).ifPresent(media -> compare(variant, media, faults));
    }
  }

  /** The worst playable combination; empty if a size is not known. */
  private static Optional<SegmentRates> worst(
      HlsPackage title, Variant variant, Map<String, SegmentRates> rates) {
    Optional<SegmentRates> sum = variant.path().map(rates::get);
    for (String type : List.of("AUDIO", "SUBTITLES")) {
      Optional<String> group = variant.attributes().text(type);
      if (group.isPresent() && sum.isPresent()) {
        Optional<SegmentRates> members = worstMember(title, type, group.get(), variant, rates);
        boolean instead = isMember(title, type, group.get(), variant);
        SegmentRates own = sum.get();
        sum = members.map(worst -> instead ? own.worst(worst) : own.plus(worst));
      }
    }
    return sum;
  }

  /** Whether another member is played in place of the variant's own playlist: sound alone. */
  private static boolean isMember(HlsPackage title, String type, String group, Variant variant) {
    return title.top().group(type, group).stream()
        .anyMatch(member -> member.path().isPresent() && member.path().equals(variant.path()));
  }

  private static Optional<SegmentRates> worstMember(
      HlsPackage title,
      String type,
      String group,
      Variant variant,
      Map<String, SegmentRates> rates) {
    SegmentRates worst = SegmentRates.NONE;
    for (MediaRendition member : title.top().group(type, group)) {
      boolean own = member.path().isEmpty() || member.path().equals(variant.path());
      if (!own) {
        SegmentRates found = rates.get(member.path().get());
        if (found == null) {
          return Optional.empty();
        }
        worst = worst.worst(found);
      }
    }
    return Optional.of(worst);
  }

  private static void compare(Variant variant, SegmentRates media, Faults faults) {
    OptionalLong bandwidth = variant.attributes().number("BANDWIDTH");
    OptionalLong average = variant.attributes().number("AVERAGE-BANDWIDTH");
    compare(variant, HlsRule.HLS_BANDWIDTH, bandwidth, media.peak(), faults);
    compare(variant, HlsRule.HLS_AVERAGE_BANDWIDTH, average, media.average(), faults);
    Rational twice = media.average().times(2);
    if (variant.kind() == Variant.Kind.STREAM && media.peak().compareTo(twice) > 0) {
      faults.add(
          HlsRule.HLS_PEAK_RATE,
          variant.line(),
          "a peak of at most " + twice.round() + " b/s",
          media.peak().round() + " b/s");
    }
  }

  private static void compare(
      Variant variant, HlsRule rule, OptionalLong declared, Rational measured, Faults faults) {
    if (declared.isEmpty()) {
      return;
    }
    Rational said = Rational.of(declared.getAsLong());
    String found = declared.getAsLong() + " b/s";
    if (said.times(ROUNDING).compareTo(measured) < 0) {
      faults.add(rule, variant.line(), measured.round() + " b/s or more", found);
    }
    boolean loose = said.compareTo(measured.times(LOOSE)) > 0 && declared.getAsLong() > SMALL;
    if (loose && variant.kind() == Variant.Kind.STREAM) {
      faults.add(HlsRule.HLS_BANDWIDTH_LOOSE, variant.line(), measured.round() + " b/s", found);
    }
  }

  private static Optional<SegmentRates> rates(
      Place place, HlsPackage.Entry entry, Measurements measurements) throws IOException {
    Map<Location, MeasuredSegment> measured = new HashMap<>();
    entry.measured(measurements).ifPresent(track -> measured.putAll(track.byLocation()));
    List<SegmentRates.Share> shares = new ArrayList<>();
    for (MediaSegment segment : entry.playlist().segments()) {
      OptionalLong size = size(place, segment, measured);
      if (size.isEmpty()) {
        return Optional.empty();
      }
      shares.add(new SegmentRates.Share(8 * size.getAsLong(), segment.duration()));
    }
    OptionalLong target = entry.playlist().targetDuration();
    return target.isEmpty()
        ? Optional.empty()
        : Optional.of(SegmentRates.of(shares, target.getAsLong()));
  }

  private static OptionalLong size(
      Place place, MediaSegment segment, Map<Location, MeasuredSegment> measured)
      throws IOException {
    if (segment.location().isEmpty()) {
      return OptionalLong.empty();
    }
    Location location = segment.location().get();
    if (location.range().isPresent()) {
      return OptionalLong.of(location.range().get().length());
    }
    if (measured.containsKey(location)) {
      return OptionalLong.of(measured.get(location).sizeBytes());
    }
    Optional<Resource> file = place.open(location.path());
    return file.isPresent() ? OptionalLong.of(file.get().sizeBytes()) : OptionalLong.empty();
  }
}
