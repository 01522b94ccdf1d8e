package dev.reelway.cli.client;

import dev.reelway.cli.client.http.ProblemException;
import dev.reelway.cli.client.upload.UploadNotes;
import dev.reelway.cli.client.upload.UploadProgress;
import dev.reelway.cli.client.upload.Uploader;
import dev.reelway.cli.master.MasterFile;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Sidecar;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names files to a server: addresses as they are, files of this machine by their path if the server
 * can read it, all others once they are uploaded.
 */
final class NamedFiles {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  private record ServerFacts(Optional<Boolean> localPaths) {}

  private final Session session;
  private final Path notes;
  private Optional<Boolean> readsPaths = Optional.empty();

  /**
   * @param state where this program keeps what it must remember
   */
  NamedFiles(Session session, Path state) {
    this.session = session;
    this.notes = state.resolve("uploads");
  }

  /** Whether {@code written} is an address instead of a path. */
  static boolean isAddress(String written) {
    if (written.matches("(?i)https?://.*")) {
      throw new ReelwayException(
          FailureKind.USAGE_INVALID,
          "Masters come from s3://bucket/key or from files, not from web addresses.");
    }
    return written.startsWith("s3://") || written.startsWith("file://");
  }

  /** Says plainly what is wrong with a path, before anybody is asked. */
  static void check(String written) {
    if (!isAddress(written)) {
      MasterFile.check(Path.of(written));
    }
  }

  /** What a server of this machine calls {@code file}. */
  static String address(Path file) {
    try {
      return file.toRealPath().toUri().toString();
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.MASTER_NOT_FOUND, "The file " + file + " cannot be read.", e);
    }
  }

  /** Whether the server reads files of this machine: only one on it sees them by their paths. */
  boolean canReadPaths() throws InterruptedException {
    if (readsPaths.isEmpty()) {
      readsPaths = Optional.of(session.api().server().isThisMachine() && saysThatItReadsPaths());
    }
    return readsPaths.get();
  }

  private boolean saysThatItReadsPaths() throws InterruptedException {
    try {
      return session.api().get("server").as(ServerFacts.class).localPaths().orElse(false);
    } catch (ProblemException e) {
      if (e.problem().isNotFound()) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Uploads a master and has it made a title.
   *
   * @param title fields as for {@code POST /titles}
   * @return the title's id
   */
  String uploadMaster(Path file, Map<String, Object> title) throws InterruptedException {
    try (UploadProgress progress = progress()) {
      return uploader(progress).upload(file, title);
    }
  }

  /**
   * The field {@code sidecars} of a title; files that the server cannot reach are uploaded.
   *
   * @param title fields as for {@code POST /titles}, of which an id says where uploads belong
   */
  List<Map<String, Object>> sidecars(List<Sidecar> files, Map<String, Object> title)
      throws InterruptedException {
    List<Map<String, Object>> forms = new ArrayList<>();
    for (Sidecar file : files) {
      Map<String, Object> form = new LinkedHashMap<>();
      form.put("source", source(file.source(), title));
      file.language().ifPresent(language -> form.put("language", language));
      file.role().ifPresent(role -> form.put("role", role.word()));
      file.name().ifPresent(name -> form.put("name", name));
      forms.add(form);
    }
    return forms;
  }

  private String source(String written, Map<String, Object> title) throws InterruptedException {
    if (isAddress(written)) {
      return written;
    }
    Path file = Path.of(written);
    if (canReadPaths()) {
      return address(file);
    }
    try (UploadProgress progress = progress()) {
      return uploader(progress).uploadSidecar(file, Optional.ofNullable(title.get("id")));
    }
  }

  private Uploader uploader(UploadProgress progress) {
    return new Uploader(session.api(), new UploadNotes(notes), progress, FIRST_PAUSE);
  }

  private UploadProgress progress() {
    return new UploadProgress(
        session.json() ? new PrintWriter(PrintWriter.nullWriter()) : session.out(),
        Boolean.getBoolean("reelway.terminal"));
  }
}
