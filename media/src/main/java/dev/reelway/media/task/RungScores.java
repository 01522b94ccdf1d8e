package dev.reelway.media.task;

import dev.reelway.contracts.work.EncodedTrackPart.Quality;
import dev.reelway.contracts.work.PartDetail.Score;
import java.util.List;

/**
 * What was seen of a rung while its chunk was encoded.
 *
 * @param quality of all sampled frames together
 * @param scores of each
 * @param stills the worst of them, of which {@link VideoTask#stillName} shows a picture
 */
public record RungScores(Quality quality, List<Score> scores, List<Score> stills) {

  /** Defensive copies. */
  public RungScores {
    scores = List.copyOf(scores);
    stills = List.copyOf(stills);
  }
}
