package dev.reelway.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a killed server leaves behind. An upload in parts lies in {@code .mpus-<id>-<key>-stub} and
 * {@code -<number>}; s3proxy writes each file, and the whole in the end, beside its place under a
 * name with a random ending.
 */
final class Leftovers {

  private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
  private static final Pattern TEMPORARY = Pattern.compile("(.+)-" + UUID, Pattern.DOTALL);
  private static final String UPLOAD_PREFIX = ".mpus-";
  private static final Pattern UPLOAD =
      Pattern.compile("\\.mpus-" + UUID + "-(.+)-stub", Pattern.DOTALL);

  private Leftovers() {}

  /** The name that a temporary name was made of. */
  static Optional<String> withoutUuid(String name) {
    Matcher matcher = TEMPORARY.matcher(name);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Removes them; uploads in parts themselves stay, their clients may go on. */
  static void sweep(Path data) throws IOException {
    try (DirectoryStream<Path> buckets = Files.newDirectoryStream(data, Files::isDirectory)) {
      for (Path bucket : buckets) {
        if (bucket.endsWith(FolderBlobStore.INCOMING)) {
          deleteAll(files(bucket));
        } else {
          sweepBucket(bucket);
        }
      }
    }
  }

  private static void sweepBucket(Path bucket) throws IOException {
    try (DirectoryStream<Path> uploads = Files.newDirectoryStream(bucket, UPLOAD_PREFIX + "*")) {
      for (Path upload : uploads) {
        for (Path file : files(upload)) {
          String name = bucket.relativize(file).toString();
          Matcher stub = UPLOAD.matcher(name);
          if (stub.matches()) {
            deleteAll(temporariesOf(bucket.resolve(stub.group(1))));
          } else if (withoutUuid(name).isPresent()) {
            Files.deleteIfExists(file);
          }
        }
      }
    }
  }

  private static List<Path> temporariesOf(Path object) throws IOException {
    if (!Files.isDirectory(object.getParent())) {
      return List.of();
    }
    Optional<String> name = Optional.of(object.getFileName().toString());
    try (Stream<Path> beside = Files.list(object.getParent())) {
      return beside.filter(f -> withoutUuid(f.getFileName().toString()).equals(name)).toList();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void deleteAll(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
