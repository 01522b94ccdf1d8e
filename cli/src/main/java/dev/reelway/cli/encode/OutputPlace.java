package dev.reelway.cli.encode;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.config.StorageConfig;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;

/** Where a title is to go: a folder, or a prefix of a bucket with the same layout. */
sealed interface OutputPlace {

  /** Unfinished work, out of the way of web servers. */
  String WORK = ".reelway";

  /** What a title consists of; anything else there belongs to somebody else. */
  Set<String> OURS =
      Set.of(
          WORK,
          "tracks",
          "versions",
          StorageLayout.HLS_MANIFEST,
          StorageLayout.DASH_MANIFEST,
          StorageLayout.STORYBOARD,
          StorageLayout.POSTER);

  /** Refuses, without touching anything, a place that holds something else. */
  void check();

  /** Takes the place for this run. */
  Output take();

  /** How people reach what lies there under {@code key}. */
  String address(String key);

  /**
   * The place that a person named.
   *
   * @param named a path or {@code s3://bucket/prefix}
   * @param storage how objects are reached; asked only if it is the latter
   */
  static OutputPlace of(String named, Supplier<StorageConfig> storage) {
    if (!named.startsWith(Prefix.SCHEME)) {
      return new Folder(Path.of(named));
    }
    String rest = named.substring(Prefix.SCHEME.length());
    int slash = rest.indexOf('/');
    String bucket = slash < 0 ? rest : rest.substring(0, slash);
    String prefix = slash < 0 ? "" : rest.substring(slash + 1).replaceAll("/+$", "");
    if (bucket.isEmpty() || prefix.isEmpty()) {
      throw new ReelwayException(
          FailureKind.USAGE_INVALID,
          "'" + named + "' is not an address such as s3://bucket/title.");
    }
    return new Prefix(storage.get(), bucket, prefix + "/");
  }

  /** A folder of this machine. */
  record Folder(Path root) implements OutputPlace {

    @Override
    public void check() {
      OutputFolder.check(root);
    }

    @Override
    public Output take() {
      return OutputFolder.open(root);
    }

    @Override
    public String address(String key) {
      return root.resolve(key).toString();
    }
  }

  /**
   * A prefix of a bucket.
   *
   * @param prefix with a slash at the end
   */
  record Prefix(StorageConfig storage, String bucket, String prefix) implements OutputPlace {

    private static final String SCHEME = "s3://";

    @Override
    public void check() {
      OutputPrefix.check(this);
    }

    @Override
    public Output take() {
      return OutputPrefix.open(this);
    }

    @Override
    public String address(String key) {
      return SCHEME + bucket + "/" + prefix + key;
    }
  }
}
