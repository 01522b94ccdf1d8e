package dev.reelway.ingest.inspect;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.Master;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.master.SourceFiles;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.work.ContentHash;
import dev.reelway.media.MediaEngine;
import dev.reelway.media.scan.MasterAnalysis;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.task.AnalysisTask;
import dev.reelway.media.text.read.TextFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongConsumer;

/** The step from a master's bytes to its {@link Inspection}; scans and hashes at the same time. */
public final class MasterReader {

  private static final int HASH_BLOCK_BYTES = 1 << 20;

  private final MediaEngine engine;

  /** A reader that scans with {@code engine}. */
  public MasterReader(MediaEngine engine) {
    this.engine = engine;
  }

  /**
   * Reads the master and the files beside it to their ends.
   *
   * @param progress is told how many bytes of the master are hashed
   * @throws ReelwayException with one plain sentence when no title can be made from them
   */
  public Inspection read(SourceFiles files, SourceOptions options, LongConsumer progress)
      throws InterruptedException {
    List<ScannedFile> sidecars = new ArrayList<>();
    for (int i = 1; i < files.count(); i++) {
      sidecars.add(scan(files, i, options, done -> {}));
    }
    ScannedFile master = scan(files, SourceFiles.MASTER, options, progress);
    Inspection scanned = MasterInspector.inspect(master, sidecars, options);
    return decoded(files, scanned, master, sidecars, options, progress);
  }

  // Only a master that is not refused by its tables is worth decoding. What fails there is told,
  // but a title needs no measurements: whatever is wrong with the master shows again when it is
  // encoded.
  private Inspection decoded(
      SourceFiles files,
      Inspection scanned,
      ScannedFile master,
      List<ScannedFile> sidecars,
      SourceOptions options,
      LongConsumer progress)
      throws InterruptedException {
    AnalysisTask task = AnalysisRule.task(scanned, master.scan(), options.thorough());
    MasterAnalysis analysis;
    try {
      long hashed = master.file().sizeBytes();
      MasterBytes bytes = files.bytes(SourceFiles.MASTER);
      analysis = engine.analyse(bytes, task, done -> progress.accept(hashed + done));
      Optional<AnalysisTask> closer = SecondLook.task(scanned, master.scan(), analysis);
      if (closer.isPresent()) {
        MasterAnalysis whole =
            engine.analyse(bytes, closer.get(), done -> progress.accept(hashed + done));
        analysis = new MasterAnalysis(whole.picture(), analysis.sound());
      }
    } catch (IOException e) {
      throw unreadable(master.file().name(), e);
    } catch (ReelwayException e) {
      if (e.kind() == FailureKind.STORAGE_UNAVAILABLE || e.kind() == FailureKind.CANCELLED) {
        throw e;
      }
      return AnalysisFindings.failed(scanned, e);
    }
    return MasterInspector.inspect(master, sidecars, options, Optional.of(analysis));
  }

  private ScannedFile scan(
      SourceFiles files, int number, SourceOptions options, LongConsumer progress)
      throws InterruptedException {
    String name = files.name(number);
    FutureTask<String> hash = null;
    try {
      MasterBytes bytes = files.bytes(number);
      hash = new FutureTask<>(() -> sha256(bytes, progress));
      Thread hasher = new Thread(hash, "master-hash");
      hasher.setDaemon(true);
      hasher.start();
      Optional<TextFile> text = text(name, bytes, number, options);
      if (text.isPresent()) {
        Master file = new Master(name, bytes.sizeBytes(), hash.get());
        return ScannedFile.ofText(file, text.get());
      }
      MasterScan scan = engine.scan(bytes);
      return new ScannedFile(new Master(name, bytes.sizeBytes(), hash.get()), scan);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ReelwayException known) {
        throw known;
      }
      throw unreadable(name, e.getCause());
    } catch (IOException e) {
      throw unreadable(name, e);
    } finally {
      if (hash != null) {
        hash.cancel(true); // a refused master need not be hashed to its end
      }
    }
  }

  // Subtitle files are told by their content and never reach FFmpeg; a master is never one.
  private static Optional<TextFile> text(
      String name, MasterBytes bytes, int number, SourceOptions options) throws IOException {
    return number == SourceFiles.MASTER
        ? Optional.empty()
        : TextFile.read(bytes, name, options.sidecars().get(number - 1).language().orElse("und"));
  }

  private static ReelwayException unreadable(String name, Throwable cause) {
    return new ReelwayException(
        FailureKind.STORAGE_UNAVAILABLE,
        "The master " + name + " cannot be read: " + cause.getMessage() + ".",
        cause);
  }

  private static String sha256(MasterBytes bytes, LongConsumer progress) throws IOException {
    MessageDigest digest = ContentHash.digest();
    ByteBuffer buffer = ByteBuffer.allocate(HASH_BLOCK_BYTES);
    long position = 0;
    int count = bytes.read(position, buffer);
    while (count > 0 && !Thread.currentThread().isInterrupted()) {
      digest.update(buffer.flip());
      position += count;
      progress.accept(position);
      count = bytes.read(position, buffer.clear());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
