package dev.reelway.ingest.queue;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.work.ContentHash;
import dev.reelway.ingest.accept.Acceptance;
import dev.reelway.ingest.accept.Requester;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.SubmitForm;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Record → title. Whoever may write to the topic may name any tenant: the topic is guarded by
 * Kafka.
 */
public final class IngestQueue {

  private static final Logger LOG = LoggerFactory.getLogger(IngestQueue.class);
  private static final String REQUESTED_BY = "ingest-topic";
  private static final int ID_DIGITS = 20;

  private final Acceptance acceptance;
  private final NewObjects newObjects;

  /**
   * @param acceptance makes titles
   * @param newObjects hears of objects that stores announce
   */
  public IngestQueue(Acceptance acceptance, NewObjects newObjects) {
    this.acceptance = acceptance;
    this.newObjects = newObjects;
  }

  /**
   * Does what a record asks for. Idempotent; once it returns, everything is safe.
   *
   * @return why it could not be done and never will be, if so
   * @throws ReelwayException retryable, if storage or Kafka is away
   */
  public Optional<Problem> accept(byte[] record) {
    IngestRecord read = IngestRecordReader.read(record);
    if (read instanceof IngestRecord.Bad bad) {
      return Optional.of(bad.problem());
    } else if (read instanceof IngestRecord.Request request) {
      return attempt("/source", () -> submit(request));
    } else if (read instanceof IngestRecord.Created created) {
      return announce(created);
    }
    return Optional.empty();
  }

  private Optional<Problem> submit(IngestRecord.Request request) {
    SubmitForm form = request.form();
    String tenant = form.tenant().orElseThrow();
    if (form.id().isEmpty() && request.requestKey().isPresent()) {
      form = form.withId(idOf(tenant, request.requestKey().get()));
    }
    acceptance.submit(form, new Requester(REQUESTED_BY, tenant, Role.EDITOR));
    return Optional.empty();
  }

  /** The title that a producer's request key means: always the same. */
  static String idOf(String tenant, String requestKey) {
    return ContentHash.ofParts("request-key", tenant, requestKey).substring(0, ID_DIGITS);
  }

  private Optional<Problem> announce(IngestRecord.Created created) {
    Optional<Problem> first = created.problem();
    for (NewObject object : created.objects()) {
      Optional<Problem> problem = attempt(object.pointer(), () -> newObjects.created(object));
      first = first.isPresent() ? first : problem;
    }
    return first;
  }

  private interface Attempt {
    Optional<Problem> run();
  }

  private static Optional<Problem> attempt(String pointer, Attempt attempt) {
    try {
      return attempt.run();
    } catch (ReelwayException e) {
      if (e.kind().retryable()) {
        throw e;
      }
      String place = e.kind().name().startsWith("MASTER_") ? pointer : "";
      return Optional.of(Problem.of(e, place));
    } catch (RuntimeException e) {
      // A bug of ours must not hold up the records behind this one.
      LOG.error("A record of the ingest topic could not be handled", e);
      return Optional.of(new Problem(FailureKind.INVARIANT_BROKEN, pointer, "Not handled: " + e));
    }
  }
}
