package dev.reelway.cli.client.upload;

import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.http.Problem;
import dev.reelway.cli.client.http.ProblemException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Sends numbered parts straight to the object store, to addresses that the server signs. */
final class MultipartTransfer implements Transfer {

  private static final int AT_ONCE = 4;
  private static final Duration LONGEST_PART = Duration.ofMinutes(30);

  private record Addresses(Map<Integer, String> urls) {}

  private record Parts(List<Upload.Part> parts) {}

  private record Numbers(List<Integer> numbers) {}

  private final ApiClient api;
  private final UploadProgress progress;
  private final Duration firstPause;

  MultipartTransfer(ApiClient api, UploadProgress progress, Duration firstPause) {
    this.api = api;
    this.progress = progress;
    this.firstPause = firstPause;
  }

  @Override
  public void send(Upload upload, LocalMaster master) throws InterruptedException {
    long partBytes = upload.partSizeBytes().orElse(0L);
    if (partBytes <= 0) {
      throw new ProblemException(
          Problem.found(
              Problem.ANSWER_NOT_UNDERSTOOD,
              "The server did not say how long the parts of an upload are.",
              "Check that the server has the same version as this program."));
    }
    Map<Integer, Upload.Part> there =
        upload.parts().orElse(List.of()).stream()
            .collect(Collectors.toMap(Upload.Part::number, part -> part));
    int count = Math.toIntExact((master.sizeBytes() + partBytes - 1) / partBytes);
    Split split = new Split(master, partBytes);
    progress.begin(
        master.name(),
        master.sizeBytes(),
        there.keySet().stream().mapToLong(split::lengthBytes).sum());
    List<Integer> missing = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      if (!there.containsKey(number)) {
        missing.add(number);
      }
    }
    List<Upload.Part> all = new ArrayList<>(there.values());
    all.addAll(sendAll(upload, split, missing));
    all.sort(Comparator.comparingInt(Upload.Part::number));
    api.post(ApiClient.path("uploads", upload.uploadId(), "complete"), new Parts(all));
  }

  /** How a master is cut. */
  private record Split(LocalMaster master, long partBytes) {

    long from(int number) {
      return (number - 1) * partBytes;
    }

    long lengthBytes(int number) {
      return Math.min(partBytes, master.sizeBytes() - from(number));
    }
  }

  private List<Upload.Part> sendAll(Upload upload, Split split, List<Integer> numbers)
      throws InterruptedException {
    ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<Upload.Part>> sent =
          numbers.stream()
              .map(number -> senders.submit(() -> sendPatiently(upload, split, number)))
              .toList();
      List<Upload.Part> parts = new ArrayList<>();
      for (Future<Upload.Part> part : sent) {
        parts.add(part.get());
      }
      return parts;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ProblemException problem
          ? problem
          : new IllegalStateException("A part could not be sent.", e.getCause());
    } finally {
      senders.shutdownNow();
    }
  }

  private Upload.Part sendPatiently(Upload upload, Split split, int number)
      throws InterruptedException {
    Patience patience = new Patience(firstPause);
    while (true) {
      AtomicLong sentBytes = new AtomicLong();
      try {
        split.master().checkUnchanged();
        return send(address(upload, number), split, number, sentBytes);
      } catch (ProblemException e) {
        progress.add(-sentBytes.get());
        patience.pauseAfter(e);
      }
    }
  }

  // Addresses end after a while, so each is asked for when its part's turn has come.
  private URI address(Upload upload, int number) throws InterruptedException {
    Addresses addresses =
        api.post(
                ApiClient.path("uploads", upload.uploadId(), "parts"), new Numbers(List.of(number)))
            .as(Addresses.class);
    return URI.create(addresses.urls().get(number));
  }

  private Upload.Part send(URI address, Split split, int number, AtomicLong sentBytes)
      throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(LONGEST_PART)
            .PUT(
                split
                    .master()
                    .piece(
                        split.from(number),
                        split.lengthBytes(number),
                        bytes -> {
                          sentBytes.addAndGet(bytes);
                          progress.add(bytes);
                        }))
            .build();
    HttpResponse<byte[]> response = api.wire().send(request, BodyHandlers.ofByteArray());
    String etag = response.headers().firstValue("ETag").orElse("");
    if (response.statusCode() / 100 != 2 || etag.isEmpty()) {
      throw new ProblemException(refused(response.statusCode(), address));
    }
    return new Upload.Part(number, etag);
  }

  // An address that has ended is refused with 403; the next try has a new one.
  private static Problem refused(int status, URI address) {
    Problem problem =
        Problem.found(
            "STORAGE_UNAVAILABLE",
            "The store at "
                + address.getScheme()
                + "://"
                + address.getRawAuthority()
                + " refused a part of the upload (HTTP status "
                + status
                + ").",
            "Run the same command again; what is there is not sent again.");
    return status == 403 || status >= 500 ? problem.passing() : problem;
  }
}
