package dev.reelway.cli.master;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.SourceFiles;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.ingest.inspect.MasterReader;
import dev.reelway.media.FileMaster;
import dev.reelway.media.MediaEngine;
import dev.reelway.platform.config.StorageConfig;
import dev.reelway.platform.storage.LazyFiles;
import dev.reelway.platform.storage.Masters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A master that a person named on the command line: a file, or an object as s3://bucket/key. */
public final class MasterFile implements AutoCloseable {

  private final SourceFiles files;
  private final Runnable afterwards;
  private volatile Inspection inspection;

  private MasterFile(SourceFiles files, Runnable afterwards) {
    this.files = files;
    this.afterwards = afterwards;
  }

  /**
   * Opens the master and the files beside it; says plainly why one cannot be.
   *
   * @param named a path or an address
   * @param options name the files beside it
   * @param storage how objects are reached; asked only if one is named
   */
  public static MasterFile open(
      String named, SourceOptions options, Supplier<StorageConfig> storage) {
    List<String> all = new ArrayList<>(List.of(named));
    options.sidecars().forEach(sidecar -> all.add(sidecar.source()));
    Optional<Masters> masters =
        all.stream().anyMatch(Masters::isAddress)
            ? Optional.of(Masters.anywhere(storage.get()))
            : Optional.empty();
    MasterFile file =
        new MasterFile(
            new LazyFiles(all.stream().map(one -> place(one, masters)).toList()),
            () -> masters.ifPresent(Masters::close));
    try {
      for (int i = 0; i < all.size(); i++) {
        file.files.bytes(i);
      }
      return file;
    } catch (ReelwayException e) {
      file.close();
      throw e;
    } catch (IOException e) {
      file.close();
      throw new ReelwayException(
          FailureKind.MASTER_NOT_FOUND,
          "The file " + e.getMessage() + " cannot be read; check its permissions.",
          e);
    }
  }

  private static LazyFiles.Place place(String named, Optional<Masters> masters) {
    String name = named.substring(named.lastIndexOf('/') + 1);
    if (Masters.isAddress(named)) {
      return new LazyFiles.Place(name, () -> masters.orElseThrow().open(named));
    }
    return new LazyFiles.Place(
        name,
        () -> {
          check(Path.of(named));
          return new FileMaster(Path.of(named));
        });
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

  /** The files, in place. */
  public SourceFiles files() {
    return files;
  }

  /** Reads what the files hold; their hashes are computed at the same time. */
  public Inspection inspect(MediaEngine engine, SourceOptions options) throws InterruptedException {
    inspection = new MasterReader(engine).read(files, options, done -> {});
    return inspection;
  }

  /** What {@link #inspect} found. */
  public Inspection inspection() {
    return inspection;
  }

  @Override
  public void close() {
    try {
      files.close();
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE, "The master cannot be closed.", e);
    } finally {
      afterwards.run();
    }
  }
}
