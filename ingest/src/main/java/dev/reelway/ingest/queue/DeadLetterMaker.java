package dev.reelway.ingest.queue;

import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.work.ContentHash;
import java.time.Instant;
import java.util.Optional;

/** Dead letters of what came in and cannot become a title. */
public final class DeadLetterMaker {

  private static final int ID_DIGITS = 16;

  private DeadLetterMaker() {}

  /**
   * The letter of a bad record or file. Its id depends on {@code source} alone, so that telling it
   * twice is telling it once.
   *
   * @param source where it came from: {@code topic/partition/offset}, or a watch folder's mark
   * @param tenant whose it is, empty if unknown
   * @param payload as it came
   */
  public static DeadLetter of(
      String source, String tenant, byte[] payload, Problem problem, Instant at) {
    String id = "in-" + ContentHash.ofParts(source).substring(0, ID_DIGITS);
    return new DeadLetter(
        id,
        at.toString(),
        problem.kind(),
        problem.sentence(),
        tenant,
        Optional.empty(),
        "",
        0,
        source,
        RawPayload.text(payload),
        "reelway dlq replay " + id);
  }
}
