package dev.reelway.cli.client.upload;

import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.http.Problem;
import dev.reelway.cli.client.http.ProblemException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/**
 * Sends bytes by the protocol tus 1.0: the server says how many it has, and gets those that follow.
 */
final class TusTransfer implements Transfer {

  private static final String VERSION = "1.0.0";
  private static final long USUAL_PIECE_BYTES = 64L << 20;
  private static final Duration LONGEST_PIECE = Duration.ofMinutes(30);
  private static final Duration LONGEST_WITHOUT_ANSWER = Duration.ofSeconds(60);

  private final ApiClient api;
  private final UploadProgress progress;
  private final Patience patience;

  TusTransfer(ApiClient api, UploadProgress progress, Patience patience) {
    this.api = api;
    this.progress = progress;
    this.patience = patience;
  }

  @Override
  public void send(Upload upload, LocalMaster master) throws InterruptedException {
    URI address = address(upload);
    long pieceBytes = upload.partSizeBytes().filter(n -> n > 0).orElse(USUAL_PIECE_BYTES);
    long offset = offset(address);
    progress.begin(master.name(), master.sizeBytes(), offset);
    while (true) {
      Step step = step(address, master, offset, pieceBytes);
      if (step.offset() > offset) {
        patience.reset();
      }
      offset = step.offset();
      progress.at(offset);
      if (offset == master.sizeBytes() && (step.confirmed() || isComplete(upload))) {
        return;
      }
    }
  }

  /** How far the server is, and whether it answered a PATCH with it. */
  private record Step(long offset, boolean confirmed) {}

  // When the answer to the last piece was lost, the title may have been made or not; an empty
  // piece at the end makes it.
  private boolean isComplete(Upload upload) throws InterruptedException {
    return api.get(ApiClient.path("uploads", upload.uploadId()))
        .as(Upload.class)
        .complete()
        .orElse(false);
  }

  private URI address(Upload upload) {
    String url =
        upload.url().orElse("/api/v1/" + ApiClient.path("uploads", upload.uploadId(), "tus"));
    return URI.create(api.server().uri() + "/").resolve(url);
  }

  // A piece may have got through in part, or whole with the answer lost: only the server knows.
  private Step step(URI address, LocalMaster master, long offset, long pieceBytes)
      throws InterruptedException {
    try {
      return new Step(
          patch(address, master, offset, Math.min(pieceBytes, master.sizeBytes() - offset)), true);
    } catch (ProblemException e) {
      master.checkUnchanged();
      patience.pauseAfter(e);
      return new Step(offset(address), false);
    }
  }

  private long patch(URI address, LocalMaster master, long offset, long lengthBytes)
      throws InterruptedException {
    master.checkUnchanged();
    HttpRequest request =
        request(address)
            .header("Upload-Offset", Long.toString(offset))
            .header("Content-Type", "application/offset+octet-stream")
            .method("PATCH", master.piece(offset, lengthBytes, progress::add))
            .timeout(LONGEST_PIECE)
            .build();
    long now = offsetOf(api.wire().send(request, BodyHandlers.ofByteArray()));
    if (now > master.sizeBytes() || (now <= offset && lengthBytes > 0)) {
      throw new ProblemException(
          Problem.found(
              Problem.ANSWER_NOT_UNDERSTOOD,
              "The server took a piece of the upload, but says that it has " + now + " bytes.",
              "Submit the master again."));
    }
    return now;
  }

  private long offset(URI address) throws InterruptedException {
    while (true) {
      HttpRequest request =
          request(address)
              .method("HEAD", BodyPublishers.noBody())
              .timeout(LONGEST_WITHOUT_ANSWER)
              .build();
      try {
        return offsetOf(api.wire().send(request, BodyHandlers.ofByteArray()));
      } catch (ProblemException e) {
        patience.pauseAfter(e);
      }
    }
  }

  private HttpRequest.Builder request(URI address) {
    return api.wire().request(address).header("Tus-Resumable", VERSION);
  }

  private long offsetOf(HttpResponse<byte[]> response) {
    if (response.statusCode() / 100 == 2) {
      String offset = response.headers().firstValue("Upload-Offset").orElse("");
      if (offset.matches("\\d{1,18}")) {
        return Long.parseLong(offset);
      }
    }
    Problem problem = api.problem(response);
    // Another offset, a slow line, or the broken connection still holds the upload: all pass.
    boolean passing = Set.of(408, 409, 423).contains(problem.status());
    throw new ProblemException(passing ? problem.passing() : problem);
  }
}
