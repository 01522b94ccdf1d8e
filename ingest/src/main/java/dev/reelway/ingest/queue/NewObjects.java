package dev.reelway.ingest.queue;

import java.util.Optional;

/** Knows what to do with objects that a store says were created; the watch folders do. */
public interface NewObjects {

  /**
   * An object was created. Idempotent.
   *
   * @return why it cannot become a title; empty if it did, or is none, or waits for its sidecar
   * @throws dev.reelway.contracts.failure.ReelwayException retryable, if storage or Kafka is away
   */
  Optional<Problem> created(NewObject object);
}
