package dev.reelway.cli.encode;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.ObjectStores;
import dev.reelway.platform.storage.PrefixedObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A prefix of a bucket that becomes a title; scratch files lie in a temporary folder. */
final class OutputPrefix implements Output {

  private final String name;
  private final ObjectStore store;
  private final OutputLease lease;
  private final Path scratch;
  private boolean closed;

  private OutputPrefix(String name, ObjectStore store, OutputLease lease, Path scratch) {
    this.name = name;
    this.store = store;
    this.lease = lease;
    this.scratch = scratch;
  }

  static void check(OutputPlace.Prefix place) {
    try (ObjectStore store = store(place)) {
      check(place, store);
    }
  }

  private static void check(OutputPlace.Prefix place, ObjectStore store) {
    Optional<String> foreign =
        store.list("").stream()
            .map(ListedObject::key)
            .filter(key -> !OutputPlace.OURS.contains(key.replaceFirst("/.*", "")))
            .findFirst();
    if (foreign.isPresent()) {
      throw new ReelwayException(
          FailureKind.OUTPUT_OCCUPIED,
          place.address("") + " holds other objects (such as " + foreign.get() + ").");
    }
  }

  static OutputPrefix open(OutputPlace.Prefix place) {
    ObjectStore store = store(place);
    try {
      check(place, store);
      OutputLease lease = OutputLease.take(store, place.address(""));
      return new OutputPrefix(place.address(""), store, lease, temporaryFolder());
    } catch (ReelwayException e) {
      store.close();
      throw e;
    }
  }

  private static ObjectStore store(OutputPlace.Prefix place) {
    return new PrefixedObjectStore(
        ObjectStores.open(place.storage(), place.bucket()), place.prefix());
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("reelway-");
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE, "There is no folder for temporary files.", e);
    }
  }

  /** Every step asks for it anew: one that lost the place to another run ends here. */
  @Override
  public ObjectStore store() {
    lease.requireHeld();
    return store;
  }

  @Override
  public Path scratch() {
    return scratch;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void removeWork() {
    for (ListedObject object : store().list(StorageLayout.ofFolder().workPrefix())) {
      store.delete(object.key());
    }
    close();
  }

  @Override
  public void clearScratch() {
    try (Stream<Path> files = Files.walk(scratch)) {
      List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : innermostFirst) {
        if (!file.equals(scratch)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE, "The folder " + scratch + " cannot be cleared.", e);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    clearScratch();
    try {
      Files.deleteIfExists(scratch);
      lease.close();
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE, "The folder " + scratch + " cannot be removed.", e);
    } finally {
      store.close();
    }
  }
}
