package dev.reelway.cli.master;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.ingest.inspect.InspectOptions;
import dev.reelway.ingest.inspect.MasterReader;
import dev.reelway.media.FileMaster;
import dev.reelway.media.MediaEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A master that a person named on the command line. */
public final class MasterFile implements AutoCloseable {

  private final Path path;
  private final MasterBytes bytes;
  private volatile Inspection inspection;

  private MasterFile(Path path, MasterBytes bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  /** Says plainly why a path cannot be a master, if it cannot. */
  public static void check(Path path) {
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
    if (!Files.isReadable(path)) {
      throw new ReelwayException(
          FailureKind.MASTER_NOT_FOUND,
          "The file " + path + " cannot be read; check its permissions.");
    }
  }

  /** Opens the file; says plainly why it cannot be. */
  public static MasterFile open(Path path) {
    check(path);
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
    inspection =
        new MasterReader(engine)
            .read(
                path.getFileName().toString(),
                bytes,
                new InspectOptions(tolerateDamage),
                done -> {});
    return inspection;
  }

  /** What {@link #inspect} found. */
  public Inspection inspection() {
    return inspection;
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
