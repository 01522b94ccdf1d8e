package dev.reelway.ingest.queue;

import dev.reelway.ingest.accept.SubmitForm;
import java.util.List;
import java.util.Optional;

/** What a record of the ingest topic turned out to be. */
public sealed interface IngestRecord {

  /**
   * A wish in our own form.
   *
   * @param requestKey the producer's own name for the wish
   * @param form with tenant and source
   */
  record Request(Optional<String> requestKey, SubmitForm form) implements IngestRecord {}

  /**
   * A store's notification.
   *
   * @param objects what was created, as far as it was understood
   * @param problem what was not understood: one bad entry does not hold up the others
   */
  record Created(List<NewObject> objects, Optional<Problem> problem) implements IngestRecord {
    /** Defensive copy. */
    public Created {
      objects = List.copyOf(objects);
    }
  }

  /** A notification that asks for nothing, such as a test or a removal. */
  record Nothing() implements IngestRecord {}

  /** Not understood. */
  record Bad(Problem problem) implements IngestRecord {}
}
