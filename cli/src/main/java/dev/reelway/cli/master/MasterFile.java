package dev.reelway.cli.master;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.Master;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.work.ContentHash;
import dev.reelway.ingest.inspect.InspectOptions;
import dev.reelway.ingest.inspect.MasterInspector;
import dev.reelway.media.FileMaster;
import dev.reelway.media.MediaEngine;
import dev.reelway.media.scan.MasterScan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A master that a person named on the command line. */
public final class MasterFile implements AutoCloseable {

  private static final int HASH_BLOCK_BYTES = 1 << 20;

  private final Path path;
  private final MasterBytes bytes;
  private volatile Inspection inspection;

  private MasterFile(Path path, MasterBytes bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  /** Opens the file; says plainly why it cannot be. */
  public static MasterFile open(Path path) {
    if (!Files.exists(path)) {
      throw new ReelwayException(FailureKind.MASTER_NOT_FOUND, "There is no file " + path + ".");
    }
    if (Files.isDirectory(path)) {
      throw new ReelwayException(
          FailureKind.MASTER_NOT_FOUND, path + " is a folder, not a media file.");
    }
    if (!Files.isRegularFile(path)) {
      throw new ReelwayException(
          FailureKind.MASTER_NOT_FOUND,
          path + " is a pipe or a device; masters are files that can be read in any order.");
    }
    try {
      return new MasterFile(path, new FileMaster(path));
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.MASTER_NOT_FOUND,
          "The file " + path + " cannot be read; check its permissions.",
          e);
    }
  }

  /** The bytes, in place. */
  public MasterBytes bytes() {
    return bytes;
  }

  /** Reads what the file holds; its hash is computed at the same time. */
  public Inspection inspect(MediaEngine engine, boolean tolerateDamage)
      throws InterruptedException {
    FutureTask<String> hash = new FutureTask<>(this::sha256);
    Thread hasher = new Thread(hash, "master-hash");
    hasher.setDaemon(true);
    hasher.start();
    MasterScan scan = engine.scan(bytes);
    try {
      Master master = new Master(path.getFileName().toString(), bytes.sizeBytes(), hash.get());
      inspection = MasterInspector.inspect(master, scan, new InspectOptions(tolerateDamage));
      return inspection;
    } catch (ExecutionException | IOException e) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE,
          "The file " + path + " cannot be read: " + e.getMessage() + ".",
          e);
    }
  }

  /** What {@link #inspect} found. */
  public Inspection inspection() {
    return inspection;
  }

  private String sha256() throws IOException {
    MessageDigest digest = ContentHash.digest();
    ByteBuffer buffer = ByteBuffer.allocate(HASH_BLOCK_BYTES);
    long position = 0;
    int count = bytes.read(position, buffer);
    while (count > 0) {
      digest.update(buffer.flip());
      position += count;
      count = bytes.read(position, buffer.clear());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() {
    try {
      bytes.close();
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE, "The file " + path + " cannot be closed.", e);
    }
  }
}
