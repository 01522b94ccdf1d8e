package dev.reelway.cli.client.upload;

import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.http.Problem;
import dev.reelway.cli.client.http.ProblemException;
import dev.reelway.contracts.work.ContentHash;
import dev.reelway.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Sends a file to a server and has it made a title. Whatever breaks in between, the same call
 * continues where the last one ended.
 */
public final class Uploader {

  private static final String SIDECAR = "sidecar";

  private record Wish(
      String fileName, long sizeBytes, Optional<String> purpose, Map<String, Object> title) {}

  private final ApiClient api;
  private final UploadNotes notes;
  private final UploadProgress progress;
  private final Duration firstPause;

  /**
   * @param firstPause before a second try; later ones are longer
   */
  public Uploader(ApiClient api, UploadNotes notes, UploadProgress progress, Duration firstPause) {
    this.api = api;
    this.notes = notes;
    this.progress = progress;
    this.firstPause = firstPause;
  }

  /**
   * Sends what is missing of {@code file}.
   *
   * @param title the fields of the title as for {@code POST /titles}, without its source
   * @return id of the title
   */
  public String upload(Path file, Map<String, Object> title) throws InterruptedException {
    try (LocalMaster master = LocalMaster.open(file)) {
      String what = identity(master, new String(Json.write(title), StandardCharsets.UTF_8));
      Upload upload = whole(master, what, Optional.empty(), title);
      notes.remove(what);
      return upload.titleId();
    }
  }

  /**
   * Sends what is missing of a file beside a master. The same file has the same address for as long
   * as the server remembers it.
   *
   * @param titleId the title it belongs to, if that is known
   * @return its address
   */
  public String uploadSidecar(Path file, Optional<Object> titleId) throws InterruptedException {
    try (LocalMaster sidecar = LocalMaster.open(file)) {
      Map<String, Object> title = titleId.map(id -> Map.of("id", id)).orElse(Map.of());
      String what = identity(sidecar, SIDECAR + " " + titleId.orElse(""));
      Upload upload = whole(sidecar, what, Optional.of(SIDECAR), title);
      return api.get(ApiClient.path("uploads", upload.uploadId()))
          .as(Upload.class)
          .source()
          .orElseThrow(Uploader::nowhere);
    }
  }

  private String identity(LocalMaster file, String purpose) {
    return ContentHash.ofParts(api.server().toString(), file.identity(), purpose);
  }

  private Upload whole(
      LocalMaster file, String what, Optional<String> purpose, Map<String, Object> title)
      throws InterruptedException {
    Upload upload = begunBefore(what).orElse(null);
    if (upload == null) {
      Wish wish = new Wish(file.name(), file.sizeBytes(), purpose, title);
      upload = api.post("uploads", wish).as(Upload.class);
      notes.write(what, upload.uploadId());
    }
    if (!upload.complete().orElse(false)) {
      transfer(upload).send(upload, file);
    }
    return upload;
  }

  private static ProblemException nowhere() {
    return new ProblemException(
        Problem.found(
            Problem.ANSWER_NOT_UNDERSTOOD,
            "The server did not say where the uploaded file lies.",
            "Check that the server has the same version as this program."));
  }

  private Optional<Upload> begunBefore(String what) throws InterruptedException {
    Optional<String> id = notes.find(what);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(api.get(ApiClient.path("uploads", id.get())).as(Upload.class));
    } catch (ProblemException e) {
      if (e.problem().isNotFound() || e.problem().status() == 410) {
        notes.remove(what);
        return Optional.empty();
      }
      throw e;
    }
  }

  private Transfer transfer(Upload upload) {
    return switch (upload.kind()) {
      case Upload.TUS -> new TusTransfer(api, progress, new Patience(firstPause));
      case Upload.MULTIPART -> new MultipartTransfer(api, progress, firstPause);
      default ->
          throw new ProblemException(
              Problem.found(
                  Problem.ANSWER_NOT_UNDERSTOOD,
                  "The server wants uploads of kind '" + upload.kind() + "'.",
                  "Check that the server has the same version as this program."));
    };
  }
}
