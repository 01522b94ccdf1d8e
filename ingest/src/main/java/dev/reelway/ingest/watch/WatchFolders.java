package dev.reelway.ingest.watch;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.ingest.accept.Acceptance;
import dev.reelway.ingest.queue.DeadLetterBox;
import dev.reelway.ingest.queue.NewObject;
import dev.reelway.ingest.queue.NewObjects;
import dev.reelway.ingest.queue.Problem;
import dev.reelway.platform.storage.ObjectStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** All watch folders. Safe for any thread. */
public final class WatchFolders implements NewObjects {

  private final List<FolderWatch> watches;

  private WatchFolders(List<FolderWatch> watches) {
    this.watches = watches;
  }

  /**
   * The folders of a configuration.
   *
   * @param own our bucket, for the marks
   * @param buckets opens any other bucket
   * @param deadLetters is told about files that cannot be submitted; returns once it is safe
   * @throws ReelwayException {@code CONFIG_INVALID} if a file could belong to two of them
   */
  public static WatchFolders of(
      List<WatchFolder> folders,
      ObjectStore own,
      Function<String, ObjectStore> buckets,
      Acceptance acceptance,
      Consumer<DeadLetter> deadLetters,
      Clock clock) {
    checkApart(folders);
    return new WatchFolders(
        folders.stream()
            .map(
                folder ->
                    new FolderWatch(
                        folder,
                        place(folder, buckets),
                        new Marks(own, folder.name()),
                        acceptance,
                        deadLetters,
                        clock))
            .toList());
  }

  private static void checkApart(List<WatchFolder> folders) {
    for (int i = 0; i < folders.size(); i++) {
      for (int j = 0; j < folders.size(); j++) {
        WatchFolder one = folders.get(i);
        WatchFolder other = folders.get(j);
        boolean same = one.name().equals(other.name());
        if (i != j && (same || one.address().startsWith(other.address()))) {
          throw new ReelwayException(
              FailureKind.CONFIG_INVALID,
              "The watch folders '%s' (%s) and '%s' (%s) overlap."
                  .formatted(one.name(), one.address(), other.name(), other.address()));
        }
      }
    }
  }

  private static WatchPlace place(WatchFolder folder, Function<String, ObjectStore> buckets) {
    return folder.isBucket()
        ? new BucketPlace(buckets.apply(folder.bucket()), folder)
        : new FolderPlace(folder.folder());
  }

  /** The configured folders. */
  public List<WatchFolder> folders() {
    return watches.stream().map(FolderWatch::folder).toList();
  }

  /** Looks at everything in a folder; returns how many files were submitted. */
  public int look(String name) {
    return watch(name).map(FolderWatch::look).orElse(0);
  }

  @Override
  public Optional<Problem> created(NewObject object) {
    for (FolderWatch watch : watches) {
      Optional<String> name = watch.folder().nameOf(object.bucket(), object.key());
      if (name.isPresent()) {
        return watch.announced(name.get(), object.pointer());
      }
    }
    return Optional.of(
        Problem.invalid(
            object.pointer(), "No watch folder is configured for " + object.address() + "."));
  }

  /** Makes a folder look again at what a dead letter's {@code source} names. */
  public void lookAgain(String source) {
    String[] parts = source.substring(DeadLetterBox.WATCH_SOURCE.length()).split("/", 2);
    watch(parts[0]).ifPresent(found -> found.forgetTold(parts[1]));
  }

  private Optional<FolderWatch> watch(String name) {
    return watches.stream().filter(found -> found.folder().name().equals(name)).findFirst();
  }
}
