package dev.reelway.platform.messaging;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** The border at which Kafka's exceptions become failures. */
final class MessagingFailures {

  private MessagingFailures() {}

  /**
   * Kafka did not do what it was asked to.
   *
   * @param bootstrapServers whom we asked
   * @param verb such as {@code send to the topic x}
   */
  static ReelwayException of(String bootstrapServers, String verb, Throwable thrown) {
    Throwable cause = thrown instanceof ExecutionException ? thrown.getCause() : thrown;
    if (cause instanceof ReelwayException ours) {
      return ours;
    }
    boolean ourFault =
        cause instanceof RecordTooLargeException || cause instanceof SerializationException;
    return new ReelwayException(
        ourFault ? FailureKind.INVARIANT_BROKEN : FailureKind.MESSAGING_UNAVAILABLE,
        "Could not %s at Kafka (%s): %s"
            .formatted(verb, bootstrapServers, sentence(cause.getMessage())),
        cause);
  }

  /** The thread was interrupted while it waited for Kafka; it stays interrupted. */
  static ReelwayException interrupted(String verb, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new ReelwayException(
        FailureKind.CANCELLED, "Stopped while trying to " + verb + ".", cause);
  }

  private static String sentence(String message) {
    String text = message == null ? "no reason given" : message.strip();
    return text.endsWith(".") ? text : text + ".";
  }
}
