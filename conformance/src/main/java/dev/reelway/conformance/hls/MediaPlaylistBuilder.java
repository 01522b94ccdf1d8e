package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Decimal;
import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.place.References;
import dev.reelway.contracts.time.Rational;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Tags and URIs of a media playlist to its segments. */
final class MediaPlaylistBuilder {
  private static final int MOST_SECONDS = 1_000_000;
  private final Faults faults;
  private final ByteRangeReader ranges;
  private final List<MediaSegment> segments = new ArrayList<>();
  private final Set<HlsTag> flags = EnumSet.noneOf(HlsTag.class);
  private OptionalLong target = OptionalLong.empty();
  private String type = "";
  private Tag duration;
  private Tag range;
  private boolean discontinuity;
  private boolean encrypted;
  private Optional<Location> map = Optional.empty();
  private Optional<AttributeList> tiles = Optional.empty();

  MediaPlaylistBuilder(Faults faults) {
    this.faults = faults;
    this.ranges = new ByteRangeReader(faults);
  }

  MediaPlaylist build(List<Tag> tags, List<Line> uris) {
    int next = 0;
    for (Line uri : uris) {
      while (next < tags.size() && tags.get(next).line() < uri.number()) {
        tag(tags.get(next++));
      }
      segment(uri);
    }
    tags.subList(next, tags.size()).forEach(this::tag);
    noUri();
    if (target.isEmpty()) {
      faults.add(HlsRule.HLS_TARGET_DURATION, 0, "#EXT-X-TARGETDURATION", "none");
    }
    if (segments.isEmpty()) {
      faults.add(HlsRule.HLS_MEDIA_EMPTY, 0, "at least one segment", "none");
    }
    return new MediaPlaylist(faults.path(), target, type, flags, segments);
  }

  private void tag(Tag tag) {
    flags.add(tag.name());
    switch (tag.name()) {
      case EXT_X_TARGETDURATION -> target = seconds(tag.value());
      case EXT_X_PLAYLIST_TYPE -> type(tag);
      case EXTINF -> {
        noUri();
        duration = tag;
      }
      case EXT_X_BYTERANGE -> range = tag;
      case EXT_X_DISCONTINUITY -> discontinuity = true;
      case EXT_X_KEY -> encrypted = KeyCheck.encrypts(tag, faults);
      case EXT_X_MAP -> map = map(tag);
      case EXT_X_TILES -> tiles = Optional.of(tag.attributes());
      default -> {
        // a flag, or of no use to the rules
      }
    }
  }

  private void type(Tag tag) {
    type = tag.value();
    if (!type.equals("VOD") && !type.equals("EVENT")) {
      faults.add(HlsRule.HLS_TAG_VALUE, tag.line(), "VOD or EVENT", type);
    }
  }

  private Optional<Location> map(Tag tag) {
    Optional<String> path = reference(tag.attributes().text("URI", ""));
    Optional<String> part = tag.attributes().text("BYTERANGE");
    return path.flatMap(
        file ->
            part.isEmpty()
                ? Optional.of(Location.of(file))
                : ranges.read(tag.line(), part.get(), file));
  }

  private void segment(Line uri) {
    if (duration == null) {
      faults.add(HlsRule.HLS_URI_LINE, uri.number(), "#EXTINF before a URI", uri.text());
    }
    Optional<String> path = reference(uri.text());
    Optional<Location> location =
        path.flatMap(
            file ->
                range == null
                    ? Optional.of(Location.of(file))
                    : ranges.read(range.line(), range.value(), file));
    segments.add(
        new MediaSegment(uri.number(), duration(), location, map, discontinuity, encrypted, tiles));
    duration = null;
    range = null;
    discontinuity = false;
  }

  private Rational duration() {
    if (duration == null) {
      return Rational.ZERO;
    }
    int comma = duration.value().indexOf(',');
    Optional<Rational> seconds =
        comma < 0
            ? Optional.empty()
            : Decimal.parse(duration.value().substring(0, comma))
                .filter(value -> value.compareTo(Rational.of(MOST_SECONDS)) < 0);
    if (seconds.isEmpty()) {
      faults.add(HlsRule.HLS_TAG_VALUE, duration.line(), "seconds and a comma", duration.value());
    }
    return seconds.orElse(Rational.ZERO);
  }

  private void noUri() {
    if (duration != null) {
      faults.add(HlsRule.HLS_URI_LINE, duration.line(), "a URI behind #EXTINF", "none");
      duration = null;
    }
  }

  private Optional<String> reference(String uri) {
    return References.resolve(faults.path(), uri);
  }

  private static OptionalLong seconds(String text) {
    return text.matches("[0-9]{1,7}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }
}
