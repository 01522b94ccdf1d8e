package dev.reelway.platform.storage;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.master.Sidecar;
import dev.reelway.contracts.master.SourceFiles;
import dev.reelway.platform.config.StorageConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens masters by address.
 *
 * <pre>
 *  s3://bucket/key     an object, its key as it is
 *  file:///path/name   a file that this process can see
 * </pre>
 */
public final class Masters implements AutoCloseable {

  private static final String OBJECT = "s3://";
  private static final String FILE = "file://";

  private final AllowedMasters allowed;
  private final StorageConfig config;
  private final Map<String, ObjectStore> buckets = new ConcurrentHashMap<>();
  private S3Connection connection;

  private Masters(StorageConfig config, boolean anywhere) {
    this.config = config;
    this.allowed = new AllowedMasters(config, anywhere);
  }

  /** Masters from our bucket and from the buckets and folders that {@code config} allows. */
  public static Masters allowedBy(StorageConfig config) {
    return new Masters(config, false);
  }

  /** Masters from wherever the process can read: for programs that act for their own user. */
  public static Masters anywhere(StorageConfig config) {
    return new Masters(config, true);
  }

  /** Whether {@code text} is an address, not the path of a file. */
  public static boolean isAddress(String text) {
    return text.startsWith(OBJECT) || text.startsWith(FILE);
  }

  /**
   * What is there.
   *
   * @throws ReelwayException with {@code MASTER_NOT_FOUND} if there is nothing, or nothing that may
   *     be read
   */
  public MasterInfo head(String address) {
    if (address.startsWith(FILE)) {
      return info(file(address));
    }
    ObjectInfo info = object(address);
    return new MasterInfo(info.etag(), info.sizeBytes());
  }

  /** Opens the master as it is now; the caller closes it before this. */
  public MasterBytes open(String address) {
    return open(address, "");
  }

  /**
   * Opens the master that had {@code etag} when it was submitted.
   *
   * @param etag from {@link #head}, or empty if any will do
   * @throws ReelwayException with {@code MASTER_CHANGED} if it is another one by now
   */
  public MasterBytes open(String address, String etag) {
    if (address.startsWith(FILE)) {
      Path file = file(address);
      requireSame(address, etag, info(file).etag());
      return open(file);
    }
    ObjectInfo info = object(address);
    requireSame(address, etag, info.etag());
    return new ObjectMaster(bucket(bucketOf(address)), info, address);
  }

  /** The files of a title, as they were when it was submitted; none is opened yet. */
  public SourceFiles files(TitleRequest request) {
    List<LazyFiles.Place> places = new ArrayList<>();
    places.add(place(request.masterName(), request.master(), request.masterEtag()));
    for (Sidecar sidecar : request.options().sidecars()) {
      String name = sidecar.source().substring(sidecar.source().lastIndexOf('/') + 1);
      places.add(place(name, sidecar.source(), sidecar.etag()));
    }
    return new LazyFiles(places);
  }

  private LazyFiles.Place place(String name, String address, String etag) {
    return new LazyFiles.Place(name, () -> open(address, etag));
  }

  private static void requireSame(String address, String submitted, String now) {
    if (!submitted.isEmpty() && !submitted.equals(now)) {
      throw new ReelwayException(
          FailureKind.MASTER_CHANGED, address + " was replaced after it was submitted.");
    }
  }

  private ObjectInfo object(String address) {
    String bucket = bucketOf(address);
    String key = address.substring(OBJECT.length() + bucket.length() + 1);
    checkKey(address, key);
    allowed.checkObject(bucket, key);
    return bucket(bucket)
        .head(key)
        .orElseThrow(() -> notFound("There is no object " + address + "."));
  }

  private ObjectStore bucket(String bucket) {
    return buckets.computeIfAbsent(bucket, b -> new S3ObjectStore(connection(), b, false));
  }

  // Who reads only files needs no credentials and pays for no client.
  private synchronized S3Connection connection() {
    if (connection == null) {
      connection = new S3Connection(config);
    }
    return connection;
  }

  private static String bucketOf(String address) {
    int slash = address.startsWith(OBJECT) ? address.indexOf('/', OBJECT.length()) : -1;
    if (slash <= OBJECT.length() || slash == address.length() - 1) {
      throw notFound("'" + address + "' is not an address such as s3://bucket/key.");
    }
    return address.substring(OBJECT.length(), slash);
  }

  private static void checkKey(String address, String key) {
    try {
      ObjectKeys.check(key);
    } catch (ReelwayException e) { // here it is not our bug
      throw new ReelwayException(
          FailureKind.MASTER_NOT_FOUND, "There can be no object " + address + ".", e);
    }
  }

  private Path file(String address) {
    Path file = allowed.checkFile(path(address));
    if (Files.isDirectory(file)) {
      throw notFound(file + " is a folder, not a media file.");
    }
    if (!Files.isRegularFile(file)) {
      throw notFound(
          file + " is a pipe or a device; masters are files that can be read in any order.");
    }
    return file;
  }

  private static Path path(String address) {
    try {
      return Path.of(URI.create(address));
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      throw new ReelwayException(
          FailureKind.MASTER_NOT_FOUND,
          "'"
              + address
              + "' is not an address such as file:///folder/name.mp4, with %20 for a"
              + " space.",
          e);
    }
  }

  private static MasterInfo info(Path file) {
    try {
      ObjectInfo info = FileIdentity.infoOf(file.toString(), file);
      return new MasterInfo(info.etag(), info.sizeBytes());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static MasterBytes open(Path file) {
    try {
      return new LocalMaster(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static ReelwayException unreadable(Path file, IOException cause) {
    return new ReelwayException(
        FailureKind.MASTER_NOT_FOUND,
        "The file " + file + " cannot be read; check its permissions.",
        cause);
  }

  private static ReelwayException notFound(String sentence) {
    return new ReelwayException(FailureKind.MASTER_NOT_FOUND, sentence);
  }

  /** Releases the connections; open masters cannot be read after it. */
  @Override
  public synchronized void close() {
    if (connection != null) {
      connection.close();
    }
  }
}
