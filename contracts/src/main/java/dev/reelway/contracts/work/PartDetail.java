package dev.reelway.contracts.work;

import java.util.List;
import java.util.Optional;

/**
 * What the report wants to know of a part beyond its bytes. Documents of earlier programs have
 * {@link #NONE}.
 *
 * @param scores XPSNR of each sampled frame, in order
 * @param stills pictures of the worst of them, the worst first
 * @param effort its share of the task that made it
 */
public record PartDetail(List<Score> scores, List<Still> stills, Optional<Effort> effort) {

  /** Nothing is known. */
  public static final PartDetail NONE = new PartDetail(List.of(), List.of(), Optional.empty());

  /** Defensive copies. */
  public PartDetail {
    scores = List.copyOf(scores);
    stills = List.copyOf(stills);
  }

  /**
   * A sampled frame.
   *
   * @param frame of the title, from 0
   * @param decibels luma XPSNR, rounded to hundredths
   */
  public record Score(long frame, double decibels) {

    /** Rounds. */
    public Score {
      decibels = Math.round(decibels * 100) / 100.0;
    }
  }

  /**
   * A JPEG of four cells of the same size: above the picture that the encoder was given and what
   * became of it, below the place where they differ most, enlarged.
   *
   * @param score of that frame
   * @param objectKey where it lies
   */
  public record Still(Score score, String objectKey) {}
}
