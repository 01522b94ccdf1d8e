package dev.reelway.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The ETag of an object, kept by s3proxy in an extended attribute of its file: 16 raw bytes for an
 * MD5, else text. It travels with the file.
 */
final class FileTag {

  /** As s3proxy names it; on Linux Java puts another {@code user.} before it. */
  private static final String ATTRIBUTE = "user.content-md5";

  private static final int MD5_BYTES = 16;

  private FileTag() {}

  /** The tag of an object's file, without quotes, empty if it has none. */
  static String of(Path file) throws IOException {
    UserDefinedFileAttributeView view = view(file);
    if (!view.list().contains(ATTRIBUTE)) {
      return "";
    }
    ByteBuffer value = ByteBuffer.allocate(view.size(ATTRIBUTE));
    view.read(ATTRIBUTE, value);
    byte[] bytes = value.array();
    return bytes.length == MD5_BYTES
        ? HexFormat.of().formatHex(bytes)
        : new String(bytes, StandardCharsets.US_ASCII).replace("\"", "");
  }

  /**
   * Gives a tag to a file that was put into a bucket by hand. It says nothing of the bytes, so that
   * a file of many gigabytes need not be read for it; the dash tells clients so.
   */
  static void ensure(Path file) throws IOException {
    if (!Files.isRegularFile(file) || !of(file).isEmpty()) {
      return;
    }
    synchronized (FileTag.class) {
      if (of(file).isEmpty()) {
        String random = UUID.randomUUID().toString().replace("-", "");
        write(file, "\"" + random + "-1\"");
      }
    }
  }

  /** Fails where the file system keeps no such attributes. */
  static void requireSupport(Path folder) throws IOException {
    Path probe = Files.createTempFile(folder, "probe", "");
    try {
      write(probe, "probe-1");
      if (!of(probe).equals("probe-1")) {
        throw new IOException("it lost an extended attribute");
      }
    } catch (UnsupportedOperationException | FileSystemException e) {
      throw new IOException("its file system keeps no extended attributes", e);
    } finally {
      Files.delete(probe);
    }
  }

  private static void write(Path file, String tag) throws IOException {
    view(file).write(ATTRIBUTE, ByteBuffer.wrap(tag.getBytes(StandardCharsets.US_ASCII)));
  }

  private static UserDefinedFileAttributeView view(Path file) {
    return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
  }
}
