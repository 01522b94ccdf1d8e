package dev.reelway.cli.play;

import dev.reelway.cli.program.Titles;
import dev.reelway.contracts.time.FrameRate;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The title that the browser tests play, and what is known about it without asking its manifests.
 * It must be long enough for three switches, each of which a player may delay by its buffer (8 s)
 * and a segment.
 *
 * @param path the title folder
 * @param frames how many frames the picture has
 * @param frameRate how fast they follow each other
 * @param lowestWidth width of the smallest rung
 * @param highestWidth width of the largest rung
 */
record TitleFixture(
    Path path, long frames, FrameRate frameRate, int lowestWidth, int highestWidth) {

  /** The sample master, as the program encodes it. */
  static TitleFixture sample() throws IOException, InterruptedException {
    return new TitleFixture(Titles.sample(), 1253, FrameRate.of(24, 1), 320, 1280);
  }

  /** How long the picture lasts. */
  double seconds() {
    return frameRate.timeOf(frames).seconds().toDouble();
  }

  /** How long one frame lasts. */
  double frameSeconds() {
    return frameRate.timeOf(1).seconds().toDouble();
  }
}
