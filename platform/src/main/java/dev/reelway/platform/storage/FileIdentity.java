package dev.reelway.platform.storage;

import dev.reelway.contracts.work.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * Gives a file its etag. Up to a mebibyte it is the SHA-256 of the bytes: manifests, the only
 * objects that change under their key, are small, and two of them may well have the same size and
 * be written within one tick of the file system's clock. A bigger file is identified by size, time
 * and file number, because hashing gigabytes to look at an object would be absurd.
 */
final class FileIdentity {

  private static final long HASHED_BYTES = 1 << 20;

  private FileIdentity() {}

  /** Throws {@link NoSuchFileException} if there is no regular file. */
  static ObjectInfo infoOf(String key, Path file) throws IOException {
    BasicFileAttributes attributes = attributesOf(file);
    return attributes.size() <= HASHED_BYTES
        ? infoOf(key, Files.readAllBytes(file))
        : infoOf(key, attributes);
  }

  /** The bytes together with the info of just these bytes. */
  static StoredObject open(String key, Path file) throws IOException {
    BasicFileAttributes attributes = attributesOf(file);
    if (attributes.size() <= HASHED_BYTES) {
      byte[] bytes = Files.readAllBytes(file);
      // Replaced between looking and reading, the stamp is that of the file before: the safe side.
      return new StoredObject(
          infoOf(key, bytes), stampOf(attributes), new ByteArrayInputStream(bytes));
    }
    InputStream stream = Files.newInputStream(file);
    ObjectInfo info = infoOf(key, attributes);
    if (infoOf(key, attributesOf(file)).equals(info)) {
      return new StoredObject(info, stampOf(attributes), stream);
    }
    stream.close(); // replaced between looking and opening: look again
    return open(key, file);
  }

  private static BasicFileAttributes attributesOf(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw new NoSuchFileException(file.toString());
    }
    return attributes;
  }

  private static ObjectInfo infoOf(String key, byte[] bytes) {
    return new ObjectInfo(key, bytes.length, ContentHash.of(bytes), MediaTypes.ofKey(key));
  }

  private static ObjectInfo infoOf(String key, BasicFileAttributes attributes) {
    return new ObjectInfo(key, attributes.size(), stampOf(attributes), MediaTypes.ofKey(key));
  }

  /** Size, time and file number, which a listing knows, too. */
  static String stampOf(BasicFileAttributes attributes) {
    return ContentHash.ofParts(
        attributes.size(),
        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
        attributes.fileKey());
  }
}
