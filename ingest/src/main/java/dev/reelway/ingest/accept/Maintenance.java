package dev.reelway.ingest.accept;

import java.util.List;

/** What operators start by hand; the API hands its requests on to this. */
public interface Maintenance {

  /**
   * Removes objects that nothing refers to.
   *
   * @param dryRun whether only to tell what would be removed
   */
  Swept sweep(boolean dryRun);

  /** Rebuilds titles from storage after Kafka's data was lost. */
  Recovered recover();

  /**
   * What a sweep removed, or would.
   *
   * @param dryRun whether nothing was removed
   * @param objects how many
   * @param bytes their size
   * @param examples the first keys
   */
  record Swept(boolean dryRun, int objects, long bytes, List<String> examples) {
    /** Defensive copy. */
    public Swept {
      examples = List.copyOf(examples);
    }
  }

  /**
   * What a recovery found.
   *
   * @param restored titles that were handed to the workflow again
   * @param known titles that the workflow knew
   * @param unreadable titles whose documents could not be read
   */
  record Recovered(int restored, int known, List<String> unreadable) {
    /** Defensive copy. */
    public Recovered {
      unreadable = List.copyOf(unreadable);
    }
  }
}
