package dev.reelway.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.reelway.platform.config.StorageConfig;
import dev.reelway.platform.storage.MultipartUploads.Part;
import dev.reelway.platform.storage.MultipartUploads.Unfinished;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An upload as a browser does it: no credentials, only signed URLs. */
final class MultipartUploadsTest {

  private static final String KEY = "masters/t/up load";

  /** Of any part but the last, in every store. */
  private static final int SMALLEST_PART = 5 << 20;

  private final StorageConfig config = S3Server.newBucket();
  private final MultipartUploads uploads = new MultipartUploads(config);
  private final HttpClient browser = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    uploads.close();
  }

  @Test
  void complete_allPartsSent_isTheObject() throws Exception {
    String id = uploads.create(KEY, "video/mp4");
    String first = "x".repeat(SMALLEST_PART);
    List<Part> parts = List.of(send(id, 2, "world"), send(id, 1, first));
    assertThat(uploads.parts(KEY, id).orElseThrow())
        .extracting(Part::number, Part::sizeBytes)
        .containsExactly(tuple(1, (long) SMALLEST_PART), tuple(2, 5L));

    ObjectInfo info = uploads.complete(KEY, id, parts).orElseThrow();

    assertThat(info.sizeBytes()).isEqualTo(SMALLEST_PART + 5);
    assertThat(info.contentType()).isEqualTo("video/mp4");
    assertThat(text()).isEqualTo(first + "world");
    assertThat(uploads.parts(KEY, id).orElse(List.of())).isEmpty();
  }

  @Test
  void complete_twice_givesTheSameObject() throws Exception {
    String id = uploads.create(KEY, "video/mp4");
    List<Part> parts = List.of(send(id, 1, "hello"));
    assertThat(uploads.complete(KEY, id, parts))
        .isPresent()
        .isEqualTo(uploads.complete(KEY, id, parts));
  }

  @Test
  void complete_partThatNeverCame_isRefused() throws Exception {
    String id = uploads.create(KEY, "video/mp4");
    Part first = send(id, 1, "hello");
    assertThat(uploads.complete(KEY, id, List.of(first, new Part(2, "\"0\"", 0)))).isEmpty();
    assertThat(uploads.parts(KEY, id).orElseThrow()).hasSize(1);
  }

  @Test
  void partUrl_usedForAnotherPart_isDenied() throws Exception {
    String id = uploads.create(KEY, "video/mp4");
    URI url = uploads.partUrls(KEY, id, List.of(1), Duration.ofMinutes(5)).get(1);
    URI forged = URI.create(url.toString().replace("partNumber=1", "partNumber=2"));
    assertThat(put(forged, "x").statusCode()).isEqualTo(403);
  }

  @Test
  void abort_upload_leavesNothing() throws Exception {
    String id = uploads.create(KEY, "video/mp4");
    send(id, 1, "hello");
    uploads.abort(KEY, id);
    uploads.abort(KEY, id);
    assertThat(uploads.parts(KEY, id).orElse(List.of())).isEmpty();
    assertThat(uploads.begunBefore(Instant.MAX)).isEmpty();
  }

  @Test
  void begunBefore_uploadsInFlight_namesThoseOldEnough() {
    String id = uploads.create(KEY, "video/mp4");
    assertThat(uploads.begunBefore(Instant.now().minusSeconds(3600))).isEmpty();
    assertThat(uploads.begunBefore(Instant.now().plusSeconds(60)))
        .extracting(Unfinished::key, Unfinished::uploadId)
        .containsExactly(tuple(KEY, id));
  }

  @Test
  void list_uploadInFlight_isNotSeen() throws Exception {
    String id = uploads.create(KEY, "video/mp4");
    send(id, 1, "hello");
    try (ObjectStore store = ObjectStores.open(config)) {
      assertThat(store.list("")).isEmpty();
    }
  }

  @Test
  void partBytes_anySize_needsNoMoreThanTenThousandParts() {
    assertThat(MultipartUploads.partBytes(1)).isEqualTo(16 << 20);
    long size = 400L << 30;
    assertThat(Math.ceil((double) size / MultipartUploads.partBytes(size)))
        .isLessThanOrEqualTo(10_000);
  }

  @Test
  void partUrls_bucketInTheHost_nameItThere() {
    StorageConfig byHost =
        new StorageConfig(
            Optional.of(URI.create("https://s3.example.com")),
            "eu-central-1",
            "films",
            false,
            false,
            4,
            config.accessKey(),
            config.secretKey(),
            List.of(),
            List.of(),
            Optional.empty());
    try (MultipartUploads elsewhere = new MultipartUploads(byHost)) {
      Map<Integer, URI> urls = elsewhere.partUrls("a b", "id", List.of(3), Duration.ofMinutes(5));
      assertThat(urls.get(3).toString()).startsWith("https://films.s3.example.com/a%20b?");
    }
  }

  private Part send(String id, int number, String text) throws Exception {
    URI url = uploads.partUrls(KEY, id, List.of(number), Duration.ofMinutes(5)).get(number);
    HttpResponse<String> reply = put(url, text);
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    return new Part(number, reply.headers().firstValue("ETag").orElseThrow(), text.length());
  }

  private HttpResponse<String> put(URI url, String text) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(url).PUT(BodyPublishers.ofString(text)).build();
    return browser.send(request, BodyHandlers.ofString());
  }

  private String text() {
    try (ObjectStore store = ObjectStores.open(config);
        StoredObject object = store.get(KEY).orElseThrow()) {
      return new String(object.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
