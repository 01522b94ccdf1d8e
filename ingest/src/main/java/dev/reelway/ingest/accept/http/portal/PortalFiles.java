package dev.reelway.ingest.accept.http.portal;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.work.ContentHash;
import dev.reelway.platform.storage.MediaTypes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The portal on the class path, as its build left it there. A server without it runs all the same.
 * What was asked for once stays in memory: some megabytes, as many as the build has files.
 */
public final class PortalFiles {

  /** Where the portal's build puts its files. */
  public static final String FOLDER = "dev/reelway/portal/";

  private static final String PAGE = "index.html";
  private static final String HASHED_FOLDER = "assets/";
  private static final int ETAG_DIGITS = 24;

  /** Names with an ending; neither a dot alone nor a folder's listing is a file of ours. */
  private static final Pattern NAME =
      Pattern.compile("([A-Za-z0-9_-]+/){0,4}[A-Za-z0-9_][A-Za-z0-9_.-]{0,150}\\.[a-z0-9]{1,12}");

  private final ClassLoader loader;
  private final String folder;
  private final Map<String, PortalFile> known = new ConcurrentHashMap<>();

  private PortalFiles(ClassLoader loader, String folder) {
    this.loader = loader;
    this.folder = folder;
  }

  /** The portal of this program. */
  public static PortalFiles ofThisProgram() {
    return of(FOLDER);
  }

  /** The files of a folder of the class path, named with a slash at its end. */
  public static PortalFiles of(String folder) {
    return new PortalFiles(PortalFiles.class.getClassLoader(), folder);
  }

  /** The one page of the portal; empty if the portal was not built. */
  public Optional<PortalFile> page() {
    return find(PAGE);
  }

  /** A file by its path below the portal's folder, such as {@code assets/app-3f2a.js}. */
  public Optional<PortalFile> find(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    PortalFile file = known.get(name);
    if (file != null) {
      return Optional.of(file);
    }
    Optional<PortalFile> read = read(name);
    read.ifPresent(found -> known.put(name, found));
    return read;
  }

  private Optional<PortalFile> read(String name) {
    try (InputStream stream = loader.getResourceAsStream(folder + name)) {
      if (stream == null) {
        return Optional.empty();
      }
      byte[] bytes = stream.readAllBytes();
      return Optional.of(
          new PortalFile(
              bytes, MediaTypes.ofKey(name), etag(bytes), name.startsWith(HASHED_FOLDER)));
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.INVARIANT_BROKEN, "A file of the portal cannot be read: " + name + ".", e);
    }
  }

  // Weak, because the same bytes go out compressed and plain (RFC 9110, 8.8.1).
  private static String etag(byte[] bytes) {
    return "W/\"" + ContentHash.of(bytes).substring(0, ETAG_DIGITS) + "\"";
  }
}
