package dev.reelway.cli.master;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.ingest.inspect.InspectOptions;
import dev.reelway.ingest.inspect.MasterReader;
import dev.reelway.media.FileMaster;
import dev.reelway.media.MediaEngine;
import dev.reelway.platform.config.StorageConfig;
import dev.reelway.platform.storage.Masters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A master that a person named on the command line: a file, or an object as s3://bucket/key. */
public final class MasterFile implements AutoCloseable {

  private final String name;
  private final MasterBytes bytes;
  private final Runnable afterwards;
  private volatile Inspection inspection;

  private MasterFile(String name, MasterBytes bytes, Runnable afterwards) {
    this.name = name;
    this.bytes = bytes;
    this.afterwards = afterwards;
  }

  /**
   * Opens the master; says plainly why it cannot be.
   *
   * @param named a path or an address
   * @param storage how objects are reached; asked only if it is one
   */
  public static MasterFile open(String named, Supplier<StorageConfig> storage) {
    return Masters.isAddress(named)
        ? openAddress(named, Masters.anywhere(storage.get()))
        : openFile(Path.of(named));
  }

  private static MasterFile openAddress(String address, Masters masters) {
    try {
      String name = address.substring(address.lastIndexOf('/') + 1);
      return new MasterFile(name, masters.open(address), masters::close);
    } catch (ReelwayException e) {
      masters.close();
      throw e;
    }
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

  private static MasterFile openFile(Path path) {
    check(path);
    try {
      return new MasterFile(path.getFileName().toString(), new FileMaster(path), () -> {});
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

  /** Reads what the master holds; its hash is computed at the same time. */
  public Inspection inspect(MediaEngine engine, boolean tolerateDamage)
      throws InterruptedException {
    inspection =
        new MasterReader(engine).read(name, bytes, new InspectOptions(tolerateDamage), done -> {});
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
          FailureKind.STORAGE_UNAVAILABLE, "The master " + name + " cannot be closed.", e);
    } finally {
      afterwards.run();
    }
  }
}
