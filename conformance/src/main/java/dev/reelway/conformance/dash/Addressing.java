package dev.reelway.conformance.dash;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.model.DeclaredSegment;
import dev.reelway.conformance.model.DeclaredTrack;
import dev.reelway.conformance.place.ByteRange;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.place.References;
import dev.reelway.contracts.time.Rational;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the segments of a Representation by SegmentTemplate, SegmentList or SegmentBase. */
final class Addressing {
  private final Place place;
  private final TrackAddress address;
  private final Faults faults;

  Addressing(Place place, TrackAddress address, Faults faults) {
    this.place = place;
    this.address = address;
    this.faults = faults;
  }

  MpdTrack track() throws IOException {
    Inherited template = inherited("SegmentTemplate");
    Inherited list = inherited("SegmentList");
    Inherited base = inherited("SegmentBase");
    if (template.isPresent()) {
      return template(template);
    }
    if (list.isPresent()) {
      return list(list);
    }
    return base.isPresent() ? base(base) : whole();
  }

  private Inherited inherited(String name) {
    return Inherited.of(name, address.representation(), address.set(), address.period());
  }

  private MpdTrack template(Inherited template) {
    List<SegmentTime> times = times(template);
    String media = template.attribute("media").orElse("");
    String init = template.attribute("initialization").orElse("");
    checkTemplate(template.line(), media);
    checkTemplate(template.line(), init);
    if (media.isEmpty()) {
      faults.add(DashRule.DASH_ADDRESSING, template.line(), "@media", "none");
      return track(template, Optional.empty(), List.of(), List.of());
    }
    List<Location> locations = new ArrayList<>();
    for (SegmentTime time : times) {
      resolve(UrlTemplate.expand(media, values(time)), template.line())
          .ifPresent(path -> locations.add(Location.of(path)));
    }
    Optional<Location> initLocation =
        init.isEmpty()
            ? url(template.first("Initialization"))
            : resolve(UrlTemplate.expand(init, values(new SegmentTime(0, 0, 0))), template.line())
                .map(Location::of);
    return track(template, initLocation, times, locations);
  }

  private List<SegmentTime> times(Inherited addressing) {
    return SegmentTimes.of(addressing, address, faults);
  }

  private void checkTemplate(int line, String template) {
    UrlTemplate.fault(template)
        .ifPresent(
            found ->
                faults.add(
                    DashRule.DASH_TEMPLATE, line, "identifiers such as $Number%05d$", found));
  }

  private Map<String, Object> values(SegmentTime time) {
    Map<String, Object> values = new HashMap<>();
    values.put("RepresentationID", address.representation().attribute("id").orElse(""));
    values.put("Bandwidth", address.representation().attribute("bandwidth").orElse(""));
    values.put("Number", time.number());
    values.put("Time", time.ticks());
    return values;
  }

  private MpdTrack list(Inherited list) {
    List<Element> urls = list.all("SegmentURL");
    List<SegmentTime> times = new ArrayList<>(times(list));
    List<Location> locations = new ArrayList<>();
    for (Element url : urls) {
      location(url.attribute("media"), url.attribute("mediaRange"), url.line())
          .ifPresent(locations::add);
    }
    if (times.size() != urls.size()) {
      faults.add(
          DashRule.DASH_ADDRESSING,
          list.line(),
          times.size() + " SegmentURL, as there are times",
          String.valueOf(urls.size()));
    }
    return track(list, url(list.first("Initialization")), times, locations);
  }

  private MpdTrack base(Inherited base) throws IOException {
    Optional<ByteRange> index = base.attribute("indexRange").flatMap(Addressing::range);
    if (index.isEmpty() || address.base().isEmpty()) {
      faults.add(DashRule.DASH_ADDRESSING, base.line(), "@indexRange of a file", "none");
      return track(base, Optional.empty(), List.of(), List.of());
    }
    String file = address.base().get();
    Optional<IndexedFile> indexed = IndexedFile.read(place, file, index.get());
    if (indexed.isEmpty()) {
      faults.add(DashRule.DASH_ADDRESSING, base.line(), "a segment index there", "none");
      return track(base, Optional.empty(), List.of(), List.of());
    }
    Optional<Location> init =
        url(base.first("Initialization"))
            .or(() -> Optional.of(Location.of(file, 0, Math.max(1, index.get().offset()))));
    return built(
        base, indexed.get().timescale(), init, indexed.get().times(), indexed.get().locations());
  }

  /** No addressing at all: the base is the one and only segment. */
  private MpdTrack whole() {
    Optional<String> file = address.base().filter(path -> !path.equals(faults.path()));
    if (file.isEmpty() || file.get().endsWith("/") || file.get().isEmpty()) {
      faults.add(
          DashRule.DASH_ADDRESSING,
          address.representation().line(),
          "SegmentTemplate, SegmentList, SegmentBase or a file as BaseURL",
          "none");
    }
    long millis = address.periodDuration().orElse(Rational.ZERO).times(1000).round();
    return built(
        new Inherited(List.of()),
        1000,
        Optional.empty(),
        List.of(new SegmentTime(1, 0, millis)),
        file.map(Location::of).stream().toList());
  }

  private Optional<Location> url(Optional<Element> url) {
    return url.flatMap(
        element ->
            location(element.attribute("sourceURL"), element.attribute("range"), element.line()));
  }

  private Optional<Location> location(
      Optional<String> reference, Optional<String> range, int line) {
    Optional<String> path = resolve(reference.orElse(""), line);
    return path.map(file -> new Location(file, range.flatMap(Addressing::range)));
  }

  private Optional<String> resolve(String reference, int line) {
    Optional<String> path =
        address
            .base()
            .flatMap(
                base ->
                    reference.isEmpty() ? Optional.of(base) : References.resolve(base, reference));
    if (path.isEmpty()) {
      faults.add(DashRule.DASH_ADDRESSING, line, "a reference within the package", reference);
    }
    return path;
  }

  private static Optional<ByteRange> range(String text) {
    String[] ends = text.strip().split("-", -1);
    if (ends.length != 2 || !text.strip().matches("[0-9]{1,18}-[0-9]{1,18}")) {
      return Optional.empty();
    }
    long first = Long.parseLong(ends[0]);
    long last = Long.parseLong(ends[1]);
    return last < first ? Optional.empty() : Optional.of(new ByteRange(first, last - first + 1));
  }

  private MpdTrack track(
      Inherited addressing,
      Optional<Location> init,
      List<SegmentTime> times,
      List<Location> locations) {
    long timescale = Math.max(1, addressing.number("timescale", 1));
    return built(addressing, timescale, init, times, locations);
  }

  private MpdTrack built(
      Inherited addressing,
      long timescale,
      Optional<Location> init,
      List<SegmentTime> times,
      List<Location> locations) {
    long offset = addressing.number("presentationTimeOffset", 0);
    int count = Math.min(times.size(), locations.size());
    List<DeclaredSegment> segments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Rational start = new Rational(times.get(i).ticks() - offset, timescale);
      Rational duration = new Rational(times.get(i).durationTicks(), timescale);
      segments.add(
          new DeclaredSegment(locations.get(i), address.periodStart().plus(start), duration));
    }
    Element representation = address.representation();
    DeclaredTrack track =
        new DeclaredTrack(
            faults.path(),
            faults.path() + "#" + representation.attribute("id").orElse("?"),
            DashKinds.of(address.set(), representation),
            init,
            segments);
    boolean byNumber =
        addressing.first("SegmentTimeline").isEmpty() && addressing.number("duration", 0) > 0;
    return new MpdTrack(
        representation,
        address.set(),
        address.period(),
        address.periodStart(),
        timescale,
        offset,
        byNumber,
        times.subList(0, count),
        track);
  }
}
