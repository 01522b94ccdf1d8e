package dev.reelway.contracts.title;

import dev.reelway.contracts.work.SegmentEntry;
import java.util.List;

/**
 * Thumbnails. A segment is a JPEG file with several images at equal distances, row by row; the last
 * tile of a title may have room to spare.
 *
 * @param id the track's folder name
 * @param timescale ticks per second
 * @param width of one image
 * @param height of one image
 * @param columns images side by side in a tile
 * @param rows images one below the other in a tile
 * @param tileTicks how long a full tile lasts
 * @param segments in order
 */
public record ImageTrack(
    String id,
    long timescale,
    int width,
    int height,
    int columns,
    int rows,
    long tileTicks,
    List<SegmentEntry> segments)
    implements Track {

  /** Defensive copy. */
  public ImageTrack {
    segments = List.copyOf(segments);
  }

  /** As HLS names it; images have no RFC 6381 string. */
  @Override
  public String codec() {
    return "jpeg";
  }

  /** How many images a tile has room for. */
  public int images() {
    return columns * rows;
  }

  /** Width of a tile. */
  public int tileWidth() {
    return width * columns;
  }

  /** Height of a tile. */
  public int tileHeight() {
    return height * rows;
  }
}
