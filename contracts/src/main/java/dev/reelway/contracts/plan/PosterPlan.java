package dev.reelway.contracts.plan;

import dev.reelway.contracts.master.Colour;
import java.util.List;
import java.util.Optional;

/**
 * The picture that stands for the title. A few chunks, spread over the title, give their best
 * picture each; the best of these is chosen at the end, the others stay as alternatives.
 *
 * @param track the track of these pictures
 * @param width in pixels, even
 * @param height in pixels, even
 * @param chunks numbers of the chunks that give one, rising
 * @param frame the title frame to take, absent to choose by rule
 * @param colour of the pictures before they become JPEG: standard range, as the rungs have it
 * @param toneMap how HDR pictures become SDR ones, absent if the master is SDR
 */
public record PosterPlan(
    String track,
    int width,
    int height,
    List<Integer> chunks,
    Optional<Long> frame,
    Colour colour,
    Optional<ToneMap> toneMap) {

  /** Defensive copy. */
  public PosterPlan {
    chunks = List.copyOf(chunks);
  }

  /** The same as track {@code track}. */
  public PosterPlan withTrack(String id) {
    return new PosterPlan(id, width, height, chunks, frame, colour, toneMap);
  }

  /** Whether {@code chunk} gives a picture. */
  public boolean isMadeBy(ChunkPlan chunk) {
    return chunks.contains(chunk.number());
  }
}
