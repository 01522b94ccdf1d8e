package dev.reelway.ingest.queue;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.ingest.accept.IngestDeadLetters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The latest ingest dead letters, read from their topic into memory. Safe for any thread. */
public final class DeadLetterBox implements IngestDeadLetters {

  /** Sources of letters that a watch folder wrote begin with this. */
  public static final String WATCH_SOURCE = "watch/";

  private static final int MOST = 5_000;

  private final Map<String, DeadLetter> letters = new LinkedHashMap<>();
  private final Consumer<byte[]> ingestTopic;
  private final Consumer<String> watchAgain;

  /**
   * @param ingestTopic puts bytes on the ingest topic and returns once they are safe
   * @param watchAgain makes a watch folder look again at what {@code source} names
   */
  public DeadLetterBox(Consumer<byte[]> ingestTopic, Consumer<String> watchAgain) {
    this.ingestTopic = ingestTopic;
    this.watchAgain = watchAgain;
  }

  /** A letter was read from the topic. */
  public void accept(DeadLetter letter) {
    synchronized (letters) {
      letters.remove(letter.id());
      letters.put(letter.id(), letter);
      if (letters.size() > MOST) {
        letters.remove(letters.keySet().iterator().next());
      }
    }
  }

  @Override
  public List<DeadLetter> list() {
    synchronized (letters) {
      List<DeadLetter> newestFirst = new ArrayList<>(letters.values());
      Collections.reverse(newestFirst);
      return List.copyOf(newestFirst);
    }
  }

  @Override
  public void replay(String id) {
    DeadLetter letter;
    synchronized (letters) {
      letter = letters.get(id);
    }
    if (letter == null) {
      throw new ReelwayException(
          FailureKind.REQUEST_INVALID, "There is no dead letter '" + id + "'.");
    }
    if (letter.source().startsWith(WATCH_SOURCE)) {
      watchAgain.accept(letter.source());
    } else {
      ingestTopic.accept(RawPayload.bytes(letter.payload()));
    }
  }
}
