package dev.reelway.contracts.title;

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
}
