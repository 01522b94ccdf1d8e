package dev.reelway.cli.play;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.storage.StorageLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A folder with one title: finds the files that may be seen, and its manifests. */
final class TitleFolder {

  /** A playlist larger than this is not looked into; real ones are a few kilobytes. */
  private static final long LARGEST_PLAYLIST_BYTES = 4L << 20;

  private final Path root;

  private TitleFolder(Path root) {
    this.root = root;
  }

  /** Opens {@code folder}; refuses one that is not there or holds no manifest. */
  static TitleFolder open(Path folder) {
    try {
      TitleFolder title = new TitleFolder(folder.toRealPath());
      if (title.manifests().isEmpty()) {
        throw refused(folder, "has neither an index.m3u8 nor an index.mpd", null);
      }
      return title;
    } catch (IOException e) {
      String problem = Files.exists(folder) ? "cannot be read as a folder" : "does not exist";
      throw refused(folder, problem, e);
    }
  }

  private static ReelwayException refused(Path folder, String problem, IOException cause) {
    return new ReelwayException(
        FailureKind.USAGE_INVALID, "The title folder " + folder + " " + problem + ".", cause);
  }

  /** The folder's own name. */
  String name() {
    return root.getFileName() == null ? root.toString() : root.getFileName().toString();
  }

  /** Names of the manifests that a player can start from, the usual ones first. */
  List<String> manifests() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files
          .filter(TitleFolder::startsPlayback)
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted((a, b) -> rank(a) == rank(b) ? a.compareTo(b) : rank(a) - rank(b))
          .toList();
    }
  }

  /** Name of the list of thumbnails, empty if there is none. */
  String storyboard() {
    return find(StorageLayout.STORYBOARD).isPresent() ? StorageLayout.STORYBOARD : "";
  }

  private static int rank(String name) {
    return name.startsWith("index.") ? 0 : 1;
  }

  private static boolean startsPlayback(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".mpd") || (name.endsWith(".m3u8") && isMultivariant(file));
  }

  private static boolean isMultivariant(Path playlist) {
    try {
      return Files.size(playlist) <= LARGEST_PLAYLIST_BYTES
          && new String(Files.readAllBytes(playlist), StandardCharsets.UTF_8)
              .contains("#EXT-X-STREAM-INF");
    } catch (IOException e) {
      return false; // unreadable or just deleted: nothing to start from
    }
  }

  /**
   * The file at {@code path} of a URL (decoded, with or without a slash in front). Empty for what
   * is not there, folders, hidden names, and anything outside the title, links included.
   */
  Optional<Path> find(String path) {
    if (Arrays.stream(path.split("/")).anyMatch(part -> part.startsWith("."))) {
      return Optional.empty();
    }
    try {
      Path file = root.resolve(path.replaceFirst("^/+", "")).toRealPath();
      return Optional.of(file).filter(this::isVisible).filter(Files::isRegularFile);
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private boolean isVisible(Path real) {
    return real.startsWith(root)
        && StreamSupport.stream(root.relativize(real).spliterator(), false)
            .noneMatch(part -> part.toString().startsWith("."));
  }
}
