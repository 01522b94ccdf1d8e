package dev.reelway.cli.verify;

import dev.reelway.conformance.place.DirectoryPlace;
import dev.reelway.conformance.place.HttpPlace;
import dev.reelway.conformance.place.Place;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.manifest.gate.StorePlace;
import dev.reelway.platform.config.StorageConfig;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.ObjectStores;
import dev.reelway.platform.storage.PrefixedObjectStore;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a person named on the command line.
 *
 * @param place where the package lies
 * @param manifest the one that was named; empty if all are meant
 * @param closed when the check is over
 */
record NamedPlace(Place place, Optional<String> manifest, Runnable closed)
    implements AutoCloseable {
  private static final String STORE = "s3://";

  /**
   * Finds out what is meant.
   *
   * @param storage how objects are reached; asked only for {@code s3://}
   */
  static NamedPlace of(String named, Supplier<StorageConfig> storage) {
    if (named.startsWith(STORE)) {
      return store(named, storage.get());
    }
    if (named.startsWith("http://") || named.startsWith("https://")) {
      return web(named);
    }
    Path path = Path.of(named);
    if (Files.isDirectory(path)) {
      return new NamedPlace(new DirectoryPlace(path), Optional.empty(), () -> {});
    }
    if (Files.isRegularFile(path) && isManifest(named)) {
      Path folder = path.toAbsolutePath().getParent();
      return new NamedPlace(
          new DirectoryPlace(folder), Optional.of(path.getFileName().toString()), () -> {});
    }
    throw refused(named, "is neither a folder nor a manifest");
  }

  private static NamedPlace web(String named) {
    URI address;
    try {
      address = URI.create(named);
    } catch (IllegalArgumentException e) {
      throw refused(named, "is no address");
    }
    String path = address.getPath();
    if (isManifest(path)) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      return new NamedPlace(new HttpPlace(address.resolve(".")), Optional.of(name), () -> {});
    }
    URI folder = named.endsWith("/") ? address : URI.create(named + "/");
    return new NamedPlace(new HttpPlace(folder), Optional.empty(), () -> {});
  }

  private static NamedPlace store(String named, StorageConfig config) {
    String rest = named.substring(STORE.length());
    int slash = rest.indexOf('/');
    if (slash < 1 || slash == rest.length() - 1) {
      throw refused(named, "is not an address such as s3://bucket/title");
    }
    String key = rest.substring(slash + 1);
    boolean manifest = isManifest(key);
    String prefix =
        manifest ? key.substring(0, key.lastIndexOf('/') + 1) : key.replaceAll("/+$", "") + "/";
    ObjectStore store =
        new PrefixedObjectStore(ObjectStores.open(config, rest.substring(0, slash)), prefix);
    return new NamedPlace(
        new StorePlace(store, STORE + rest.substring(0, slash + 1) + prefix),
        manifest ? Optional.of(key.substring(prefix.length())) : Optional.empty(),
        store::close);
  }

  private static boolean isManifest(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.endsWith(".m3u8") || small.endsWith(".mpd");
  }

  private static ReelwayException refused(String named, String fault) {
    return new ReelwayException(FailureKind.USAGE_INVALID, "'" + named + "' " + fault + ".");
  }

  @Override
  public void close() {
    closed.run();
  }
}
