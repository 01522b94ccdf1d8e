package dev.reelway.manifest.hls;

import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.title.ImageTrack;
import dev.reelway.manifest.SegmentTimes;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What is on a tile (EXT-X-TILES).
 *
 * @param width of one image
 * @param height of one image
 * @param columns images side by side
 * @param rows images one below the other
 * @param seconds how long each image is shown
 */
public record Tiles(int width, int height, int columns, int rows, BigDecimal seconds) {

  private static final int DECIMALS = 6;

  static Tiles of(ImageTrack track) {
    Rational seconds = new Rational(track.tileTicks(), track.timescale() * track.images());
    return new Tiles(
        track.width(),
        track.height(),
        track.columns(),
        track.rows(),
        SegmentTimes.decimal(seconds, DECIMALS, RoundingMode.HALF_UP));
  }
}
