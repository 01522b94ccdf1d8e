package dev.reelway.contracts.title;

import dev.reelway.contracts.plan.TextFormat;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.work.SegmentEntry;
import java.util.List;

/** One CMAF track of a presentation. */
public sealed interface Track permits VideoTrack, AudioTrack, TextTrack, ImageTrack, PosterTrack {

  /** The track's folder name, unique in the title. */
  String id();

  /** RFC 6381 codec string, read from the init segment's bytes. */
  String codec();

  /** Ticks per second of the segment times. */
  long timescale();

  /** All segments in order, without gap or overlap. */
  List<SegmentEntry> segments();

  /** Whether its segments are images. */
  default boolean holdsImages() {
    return this instanceof ImageTrack || this instanceof PosterTrack;
  }

  /** Whether its segments are files of their own, WebVTT or images, which need no init segment. */
  default boolean holdsFiles() {
    return holdsImages() || (this instanceof TextTrack text && text.format() == TextFormat.WEBVTT);
  }

  /** Where segment {@code number} (from 1) lies. */
  default String segmentKey(StorageLayout layout, int number) {
    if (holdsImages()) {
      return layout.tileKey(id(), number);
    }
    return holdsFiles() ? layout.textSegmentKey(id(), number) : layout.segmentKey(id(), number);
  }
}
