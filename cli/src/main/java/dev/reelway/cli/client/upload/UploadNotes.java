package dev.reelway.cli.client.upload;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.json.Json;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Remembers in files which uploads were begun, so that the same command continues them. */
public final class UploadNotes {

  // Servers remove abandoned uploads after days.
  private static final Duration KEPT = Duration.ofDays(14);

  private record Note(String uploadId) {}

  private final Path folder;

  /** Keeps the notes in {@code folder}, which need not exist. */
  public UploadNotes(Path folder) {
    this.folder = folder;
  }

  /** The upload that was begun for {@code what}. */
  Optional<String> find(String what) {
    try {
      byte[] json = Files.readAllBytes(file(what));
      return Optional.of(Json.read(json, Note.class, "The note").uploadId());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | ReelwayException e) {
      return Optional.empty(); // half a note of a machine that went down: as good as none
    }
  }

  /** An upload was begun for {@code what}. */
  void write(String what, String uploadId) {
    try {
      Files.createDirectories(folder);
      removeOld();
      Files.write(file(what), Json.write(new Note(uploadId)));
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE,
          "The folder " + folder + ", which remembers uploads, cannot be written.",
          e);
    }
  }

  private void removeOld() throws IOException {
    Instant oldest = Instant.now().minus(KEPT);
    try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder, "*.json")) {
      for (Path note : notes) {
        if (Files.getLastModifiedTime(note).toInstant().isBefore(oldest)) {
          Files.deleteIfExists(note);
        }
      }
    }
  }

  /** The upload for {@code what} is over. */
  void remove(String what) {
    try {
      Files.deleteIfExists(file(what));
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE, "The file " + file(what) + " cannot be removed.", e);
    }
  }

  private Path file(String what) {
    return folder.resolve(what + ".json");
  }
}
