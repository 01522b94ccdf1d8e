package dev.reelway.ingest.retain;

import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectStore;
import java.util.ArrayList;
import java.util.List;

/** Removes objects, or only counts them, and keeps the books. */
public final class Removal {

  private static final int EXAMPLES = 20;

  private final ObjectStore store;
  private final boolean dryRun;
  private final List<String> examples = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private int objects;
  private long bytes;

  Removal(ObjectStore store, boolean dryRun) {
    this.store = store;
    this.dryRun = dryRun;
  }

  void remove(ListedObject object) {
    if (!dryRun) {
      store.delete(object.key());
    }
    objects++;
    bytes += object.sizeBytes();
    if (examples.size() < EXAMPLES) {
      examples.add(object.key());
    }
  }

  /** Something was kept because it was not understood. */
  void problem(String sentence) {
    problems.add(sentence);
  }

  /** How many objects went, or would. */
  public int objects() {
    return objects;
  }

  /** Their size. */
  public long bytes() {
    return bytes;
  }

  /** The first keys. */
  public List<String> examples() {
    return List.copyOf(examples);
  }

  /** Why something was kept that should have been looked at; empty if all is well. */
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
