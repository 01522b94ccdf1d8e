package dev.reelway.cli.client.upload;

import dev.reelway.cli.client.http.Problem;
import dev.reelway.cli.client.http.ProblemException;
import dev.reelway.cli.master.MasterFile;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/** A file that is sent piece by piece; never more than a few kilobytes of it are in memory. */
final class LocalMaster implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;
  private final long sizeBytes;
  private final long modifiedMillis;

  private LocalMaster(Path path, FileChannel channel) throws IOException {
    this.path = path;
    this.channel = channel;
    this.sizeBytes = channel.size();
    this.modifiedMillis = Files.getLastModifiedTime(path).toMillis();
  }

  /** Opens the file; says plainly why it cannot be sent. */
  static LocalMaster open(Path path) {
    MasterFile.check(path);
    try {
      LocalMaster master = new LocalMaster(path, FileChannel.open(path, StandardOpenOption.READ));
      if (master.sizeBytes == 0) {
        master.close();
        throw new ReelwayException(FailureKind.MASTER_EMPTY, "The file " + path + " is empty.");
      }
      return master;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static ReelwayException unreadable(Path path, IOException cause) {
    return new ReelwayException(
        FailureKind.MASTER_NOT_FOUND, "The file " + path + " cannot be read.", cause);
  }

  String name() {
    return path.getFileName().toString();
  }

  long sizeBytes() {
    return sizeBytes;
  }

  /** Tells this state of this file from all others. */
  String identity() {
    return path.toAbsolutePath().normalize() + " " + sizeBytes + " " + modifiedMillis;
  }

  /**
   * The body of a request.
   *
   * @param sent told how many bytes were taken each time
   */
  BodyPublisher piece(long from, long lengthBytes, LongConsumer sent) {
    if (lengthBytes == 0) {
      return BodyPublishers.noBody();
    }
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(() -> new Piece(channel, from, lengthBytes, sent)),
        lengthBytes);
  }

  /** Half of one master and half of another is none: fails if somebody writes or moves it. */
  void checkUnchanged() {
    try {
      if (Files.size(path) == sizeBytes
          && Files.getLastModifiedTime(path).toMillis() == modifiedMillis) {
        return;
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
    throw new ProblemException(
        Problem.found(
            "MASTER_CHANGED",
            "The file " + path + " changed while it was uploaded.",
            "Submit it again when nothing writes to it any more."));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }
}
