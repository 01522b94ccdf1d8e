package dev.reelway.ingest.accept.upload;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.ingest.accept.upload.UploadRefusal.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Uploads through us, for one machine: a file per upload in a staging folder on the store's disk,
 * whose length says how much has come. So a restart forgets nothing. Bytes go from the socket to
 * the disk through one small buffer.
 */
public final class StagedUploads implements UploadPlace {

  private static final int BUFFER_BYTES = 64 * 1024;
  private static final String ENDING = ".part";

  private final Path folder;
  private final UploadedMasters masters;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  /**
   * @param folder for the parts; best on the same file system as the store
   * @param masters takes whole uploads
   */
  public StagedUploads(Path folder, UploadedMasters masters) {
    this.folder = folder;
    this.masters = masters;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw failed("make the folder of", folder.toString(), e);
    }
  }

  /**
   * A checksum that the client sent for its bytes.
   *
   * @param digest fresh
   * @param expected what it must give, in hex digits
   */
  public record Checksum(MessageDigest digest, String expected) {
    boolean fits() {
      return HexFormat.of().formatHex(digest.digest()).equals(expected);
    }
  }

  @Override
  public String kind() {
    return "tus";
  }

  @Override
  public UploadRecord open(UploadRecord upload) {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < upload.sizeBytes()) {
        throw new ReelwayException(
            FailureKind.STORAGE_FULL,
            "The upload has %d bytes and the server's disk has room for %d."
                .formatted(upload.sizeBytes(), free));
      }
      Files.createFile(file(upload));
      return upload;
    } catch (IOException e) {
      throw failed("begin", upload.uploadId(), e);
    }
  }

  @Override
  public Received received(UploadRecord upload) {
    return new Received(upload.complete() ? upload.sizeBytes() : length(upload), List.of());
  }

  /**
   * Appends bytes. What came before the client went away stays, unless there is a checksum that can
   * no longer be met.
   *
   * @return how many bytes have come now
   */
  public long append(
      UploadRecord upload, long offset, InputStream bytes, Optional<Checksum> checksum) {
    if (!busy.add(upload.uploadId())) {
      throw new UploadRefusal(Reason.BUSY, "Another request is writing to this upload.");
    }
    try (FileChannel file = FileChannel.open(file(upload), StandardOpenOption.WRITE)) {
      if (file.size() != offset) {
        throw new UploadRefusal(
            Reason.WRONG_OFFSET, "%d bytes have come; go on from there.".formatted(file.size()));
      }
      return append(upload, file, bytes, checksum);
    } catch (IOException e) {
      throw failed("write", upload.uploadId(), e);
    } finally {
      busy.remove(upload.uploadId());
    }
  }

  @Override
  public String finish(UploadRecord upload, List<Part> parts) {
    if (!busy.add(upload.uploadId())) {
      throw new UploadRefusal(Reason.BUSY, "Another request is writing to this upload.");
    }
    try {
      if (Files.notExists(file(upload))) {
        return masters
            .taken(upload.titleId(), upload.uploadId())
            .orElseThrow(() -> new UploadRefusal(Reason.UNKNOWN, "Its bytes are gone."));
      }
      long length = length(upload);
      if (length != upload.sizeBytes()) {
        throw new UploadRefusal(
            Reason.INCOMPLETE, "%d of %d bytes have come.".formatted(length, upload.sizeBytes()));
      }
      return masters.take(file(upload), upload.titleId(), upload.uploadId());
    } finally {
      busy.remove(upload.uploadId());
    }
  }

  @Override
  public void discard(UploadRecord upload) {
    try {
      Files.deleteIfExists(file(upload));
    } catch (IOException e) {
      throw failed("remove", upload.uploadId(), e);
    }
  }

  @Override
  public Optional<Long> lastMillis(UploadRecord upload) {
    try {
      return Files.exists(file(upload))
          ? Optional.of(Files.getLastModifiedTime(file(upload)).toMillis())
          : Optional.empty();
    } catch (IOException e) {
      throw failed("look at", upload.uploadId(), e);
    }
  }

  private static long append(
      UploadRecord upload, FileChannel file, InputStream bytes, Optional<Checksum> checksum)
      throws IOException {
    long start = file.size();
    long end = start;
    file.position(start);
    byte[] buffer = new byte[BUFFER_BYTES];
    boolean whole = false;
    try {
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        if (end + read > upload.sizeBytes()) {
          throw new UploadRefusal(Reason.TOO_LONG, "There are more bytes than were announced.");
        }
        ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, read);
        while (chunk.hasRemaining()) {
          end += file.write(chunk);
        }
        int count = read;
        checksum.ifPresent(sum -> sum.digest().update(buffer, 0, count));
      }
      whole = true;
    } finally {
      boolean kept = checksum.isEmpty() || (whole && checksum.get().fits());
      if (!kept) {
        file.truncate(start);
      }
      file.force(false);
    }
    if (file.size() != end) {
      throw new UploadRefusal(Reason.DAMAGED, "The checksum does not fit; send the bytes again.");
    }
    return end;
  }

  private long length(UploadRecord upload) {
    try {
      return Files.exists(file(upload)) ? Files.size(file(upload)) : upload.sizeBytes();
    } catch (IOException e) {
      throw failed("look at", upload.uploadId(), e);
    }
  }

  /** Upload ids are hex digits, so this never leaves the folder. */
  private Path file(UploadRecord upload) {
    return folder.resolve(upload.uploadId() + ENDING);
  }

  private static ReelwayException failed(String verb, String upload, IOException cause) {
    boolean full = String.valueOf(cause.getMessage()).contains("No space left");
    return new ReelwayException(
        full ? FailureKind.STORAGE_FULL : FailureKind.STORAGE_UNAVAILABLE,
        "Could not " + verb + " the upload '" + upload + "': " + cause,
        cause);
  }
}
