package dev.reelway.contracts.fleet;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.Optional;

/**
 * What reaches the workflow of a title, keyed by title on the title-events topic. All of it may
 * arrive twice.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "message")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TitleMessage.Submit.class, name = "Submit"),
  @JsonSubTypes.Type(value = TitleMessage.Start.class, name = "Start"),
  @JsonSubTypes.Type(value = TitleMessage.Cancel.class, name = "Cancel"),
  @JsonSubTypes.Type(value = TitleMessage.Retry.class, name = "Retry"),
  @JsonSubTypes.Type(value = TitleMessage.Publish.class, name = "Publish"),
  @JsonSubTypes.Type(value = TitleMessage.PublishAt.class, name = "PublishAt"),
  @JsonSubTypes.Type(value = TitleMessage.UnpublishAt.class, name = "UnpublishAt"),
  @JsonSubTypes.Type(value = TitleMessage.Describe.class, name = "Describe"),
  @JsonSubTypes.Type(value = TitleMessage.Correct.class, name = "Correct"),
  @JsonSubTypes.Type(value = TitleMessage.RollBack.class, name = "RollBack"),
  @JsonSubTypes.Type(value = TitleMessage.Unpublish.class, name = "Unpublish"),
  @JsonSubTypes.Type(value = TitleMessage.Erase.class, name = "Erase"),
  @JsonSubTypes.Type(value = TitleMessage.Report.class, name = "Report"),
  @JsonSubTypes.Type(value = TitleMessage.Restore.class, name = "Restore"),
  @JsonSubTypes.Type(value = TitleMessage.Probe.class, name = "Probe")
})
public sealed interface TitleMessage {

  /** Make a version; the same wish twice is one. */
  record Submit(TitleRequest request) implements TitleMessage {}

  /** Start the planned version. */
  record Start(int version) implements TitleMessage {}

  /** Stop the version. */
  record Cancel(int version) implements TitleMessage {}

  /** Try again what failed or is held in run {@code run}. */
  record Retry(int run) implements TitleMessage {}

  /**
   * Publish the version that waits for it or is held.
   *
   * @param force whether it becomes public though it breaks rules
   */
  record Publish(int version, Boolean force) implements TitleMessage {

    /** Messages of earlier programs say nothing of force. */
    public Publish {
      force = force != null && force;
    }

    /** Publish a version that keeps all rules. */
    public Publish(int version) {
      this(version, false);
    }
  }

  /**
   * Publish the version that waits for it at a date, whatever date was set before.
   *
   * @param at ISO 8601; absent to drop the date
   */
  record PublishAt(int version, Optional<String> at) implements TitleMessage {}

  /**
   * Take the title off at a date, whatever date was set before.
   *
   * @param at ISO 8601; absent to drop the date
   */
  record UnpublishAt(int version, Optional<String> at) implements TitleMessage {}

  /** Call the title something else; nothing is made anew. */
  record Describe(String name, Map<String, String> metadata) implements TitleMessage {

    /** Defensive copy. */
    public Describe {
      metadata = Map.copyOf(metadata);
    }
  }

  /**
   * Plan the version that waits for its start once more, by another wish for the same master.
   *
   * @param request differs in what the inspection does not depend on
   */
  record Correct(int version, TitleRequest request) implements TitleMessage {}

  /**
   * Make an earlier publication public again.
   *
   * @param targetVersion number of the published version
   */
  record RollBack(int targetVersion) implements TitleMessage {}

  /** Take the title off; its versions stay. */
  record Unpublish(int version) implements TitleMessage {}

  /** Remove everything of the title, from storage and from the list. */
  record Erase() implements TitleMessage {}

  /** What an executor says. */
  record Report(TaskReport report) implements TitleMessage {}

  /** A title as it was last known, after Kafka's data was lost. */
  record Restore(TitleRequest request, TitleStatus status) implements TitleMessage {}

  /** Asks the workflow whether it lives; answered by {@code Control.Alive}. */
  record Probe(String id) implements TitleMessage {}
}
