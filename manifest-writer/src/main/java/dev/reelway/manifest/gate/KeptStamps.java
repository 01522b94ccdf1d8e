package dev.reelway.manifest.gate;

import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.Stamps;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectStore;

/**
 * The stamps that are kept beside the versions of a title, so that a version that shares tracks
 * with an earlier one, or is rolled back to, need not be read again.
 */
public final class KeptStamps {

  private final Documents documents;
  private final StorageLayout layout;

  /** Those of the title of {@code layout}. */
  public KeptStamps(ObjectStore store, StorageLayout layout) {
    this.documents = new Documents(store);
    this.layout = layout;
  }

  /** All of them. */
  public Stamps all() {
    Stamps all = Stamps.NONE;
    for (ListedObject object : documents.store().list(layout.versionsPrefix())) {
      if (object.key().endsWith("/" + StorageLayout.STAMPS)) {
        all = documents.find(object.key(), Stamps.class).orElse(Stamps.NONE).over(all);
      }
    }
    return all;
  }

  /** Keeps those of a version. */
  public void put(int version, Stamps stamps) {
    documents.put(layout.versionStampsKey(version), stamps);
  }
}
