package dev.reelway.manifest;

import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.title.ImageTrack;
import dev.reelway.contracts.work.SegmentEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * The thumbnails of a title as WebVTT, for players that know neither HLS nor DASH ones: a cue for
 * each image, with the tile that it is on and the place there as a media fragment.
 */
public final class Storyboard {

  private static final int MILLIS = 1000;

  private Storyboard() {}

  /** The file's text, for the folder from which {@code uris} lead to the tiles. */
  public static String of(ImageTrack track, TrackUris uris) {
    StringBuilder text = new StringBuilder("WEBVTT\n");
    for (SegmentEntry tile : track.segments()) {
      for (int image = 0; image < track.images(); image++) {
        long start = startTicks(track, tile, image);
        long end = Math.min(startTicks(track, tile, image + 1), end(tile));
        if (start < end) {
          text.append(cue(track, tile.number(), image, start, end, uris));
        }
      }
    }
    return text.toString();
  }

  private static long startTicks(ImageTrack track, SegmentEntry tile, int image) {
    return tile.startTicks() + track.tileTicks() * image / track.images();
  }

  private static long end(SegmentEntry tile) {
    return tile.startTicks() + tile.durationTicks();
  }

  private static String cue(
      ImageTrack track, int tile, int image, long start, long end, TrackUris uris) {
    return String.format(
        Locale.ROOT,
        "%n%s --> %s%n%s#xywh=%d,%d,%d,%d%n".replace("%n", "\n"),
        time(start, track.timescale()),
        time(end, track.timescale()),
        uris.tile(track.id(), tile),
        image % track.columns() * track.width(),
        image / track.columns() * track.height(),
        track.width(),
        track.height());
  }

  private static String time(long ticks, long timescale) {
    BigDecimal seconds =
        SegmentTimes.decimal(new MediaTime(ticks, timescale).seconds(), 3, RoundingMode.HALF_UP);
    long millis = seconds.movePointRight(3).longValueExact();
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / MILLIS % 60,
        millis % MILLIS);
  }
}
