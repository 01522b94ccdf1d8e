package dev.reelway.bench;

import dev.reelway.cli.command.MediaEngines;
import dev.reelway.cli.master.MasterFile;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.plan.ChunkKeys;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.work.EncodedChunk;
import dev.reelway.contracts.work.SegmentEntry;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.ingest.plan.Planner;
import dev.reelway.ingest.plan.ProfileReader;
import dev.reelway.media.MediaEngine;
import dev.reelway.packager.Packager;
import dev.reelway.platform.config.StorageConfig;
import dev.reelway.platform.storage.DirectoryObjectStore;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.transcode.Transcoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Packages the chunks of a title again and again, on one thread. They are encoded before the clock
 * runs, and only if the folder does not hold them from an earlier run.
 *
 * <p>Prints a line per round: {@code reelway}, bytes of the segments, seconds.
 */
final class PackagingBench {

  private static final int ROUNDS = 11;

  private PackagingBench() {}

  /** Takes a master, a ladder file or {@code -}, and a folder for the work. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[2]);
    Files.createDirectories(folder);
    StorageLayout layout = StorageLayout.ofFolder();
    try (DirectoryObjectStore store = new DirectoryObjectStore(folder)) {
      Path scratch = folder.resolve(".reelway").resolve("scratch");
      List<EncodedChunk> chunks =
          encode(Path.of(arguments[0]), ladder(arguments[1]), store, layout, scratch);
      Packager packager = new Packager(store, layout);
      for (int round = 0; round < ROUNDS; round++) {
        clear(store, layout);
        packageAll(packager, chunks);
      }
    }
  }

  private static Profile ladder(String file) throws IOException {
    return file.equals("-")
        ? ProfileReader.defaultProfile()
        : ProfileReader.read(file, Files.readString(Path.of(file)));
  }

  private static List<EncodedChunk> encode(
      Path file, Profile profile, ObjectStore store, StorageLayout layout, Path scratch)
      throws IOException, InterruptedException {
    MediaEngine engine = MediaEngines.local();
    Transcoder transcoder = new Transcoder(engine, store, layout, scratch, false);
    List<EncodedChunk> encoded = new ArrayList<>();
    try (MasterFile master =
        MasterFile.open(file.toString(), SourceOptions.STRICT, () -> StorageConfig.DEFAULT)) {
      EncodePlan plan =
          Planner.plan(
              master.inspect(engine, SourceOptions.STRICT), profile, engine.build(), false);
      for (TaskRef task : plan.tasks().toList()) {
        encoded.add(
            transcoder.encode(plan, task, ChunkKeys.of(plan, task), master.files(), done -> {}));
      }
    }
    return encoded;
  }

  private static void clear(ObjectStore store, StorageLayout layout) {
    List<ListedObject> objects = new ArrayList<>();
    store.list(layout.tracksPrefix()).forEach(objects::add);
    objects.forEach(object -> store.delete(object.key()));
  }

  private static void packageAll(Packager packager, List<EncodedChunk> chunks) {
    long start = System.nanoTime();
    long bytes =
        chunks.stream()
            .flatMap(chunk -> packager.packageChunk(chunk).tracks().stream())
            .flatMap(track -> track.segments().stream())
            .mapToLong(SegmentEntry::sizeBytes)
            .sum();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.println("reelway\t" + bytes + "\t" + seconds);
  }
}
