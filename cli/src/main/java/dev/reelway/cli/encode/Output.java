package dev.reelway.cli.encode;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.manifest.publish.TitleVersions;
import dev.reelway.platform.storage.ObjectStore;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The place that becomes a title, taken for one run. Unfinished work lies in {@code .reelway}
 * inside it, so that the same command continues where an earlier run stopped.
 */
interface Output extends AutoCloseable {

  /** What lies in it, by keys of {@link StorageLayout#ofFolder}. */
  ObjectStore store();

  /** Where tasks keep their files while they run, on this machine. */
  Path scratch();

  /** What people call it. */
  String name();

  /** Removes all files in {@link #scratch}. */
  void clearScratch();

  /** Gives the place back and removes all work in it. */
  void removeWork();

  /** Gives the place back to other runs; may be called again. */
  @Override
  void close();

  /** Whether encoded chunks lie in it that a run can continue from. */
  default boolean holdsChunks() {
    return !store().list(StorageLayout.ofFolder().workPrefix()).isEmpty();
  }

  /** Refuses a place whose public title was made from another plan, unless it may be replaced. */
  default void requireFreeFor(EncodePlan plan, boolean replace) {
    Optional<String> published = versions().publicPlanHash();
    if (!replace && published.isPresent() && !published.get().equals(plan.planHash())) {
      throw new ReelwayException(
          FailureKind.OUTPUT_OCCUPIED,
          name() + " holds a title made from another master or ladder.");
    }
  }

  /** The public version, if it was made from {@code plan}. */
  default Optional<Integer> publishedVersionOf(EncodePlan plan) {
    return versions()
        .publicVersion()
        .filter(number -> versions().publicPlanHash().equals(Optional.of(plan.planHash())));
  }

  /** Removes whatever belonged to replaced versions. */
  default void keepOnly(int version) {
    versions().keepOnly(version);
    versions().deleteUnreferencedTracks();
  }

  /** Removes tracks that no published version refers to; work objects stay for another try. */
  default void discardUnpublished() {
    versions().deleteUnpublished();
    versions().deleteUnreferencedTracks();
    clearScratch();
  }

  private TitleVersions versions() {
    return new TitleVersions(store(), StorageLayout.ofFolder());
  }
}
