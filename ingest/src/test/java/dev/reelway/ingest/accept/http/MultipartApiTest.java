package dev.reelway.ingest.accept.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.ingest.accept.FakeMasters;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.upload.MultipartPlace;
import dev.reelway.ingest.accept.upload.PartStore;
import dev.reelway.ingest.accept.upload.UploadPlace.Part;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Uploads in parts, straight to the store. */
final class MultipartApiTest {

  private static final String UPLOADS = "/api/v1/uploads";

  private final FakeMasters masters = new FakeMasters();
  private final FakeParts parts = new FakeParts();
  private final ApiFixture api =
      new ApiFixture(
          ApiFixture.CONFIG, new MemoryObjectStore(), masters, new MultipartPlace(parts));
  private final String editor = api.key("north", Role.EDITOR);

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void parts_allPut_becomeATitle() {
    String path = announce();
    Answer urls = api.post(editor, path + "/parts", "{\"numbers\": [1]}");
    assertThat(urls.json().path("urls").path("1").asText()).isEqualTo("https://s3.example/m1/1");
    assertThat(api.post(editor, path + "/complete").status()).isEqualTo(409);
    parts.stored.add(new PartStore.StoredPart(1, "p1", 20));
    JsonNode there = api.get(editor, path).json();
    assertThat(there.path("receivedBytes").asInt()).isEqualTo(20);
    assertThat(there.path("parts").findValuesAsText("etag")).containsExactly("p1");
    String body = "{\"parts\": [{\"number\": 1, \"etag\": \"p1\"}]}";
    assertThat(api.post(editor, path + "/complete", body).status()).isEqualTo(201);
    assertThat(api.post(editor, path + "/complete", body).status()).isEqualTo(200);
    assertThat(api.sender.sent()).hasSize(1);
  }

  @Test
  void parts_ofASidecar_endInAnAddress() {
    Answer announced =
        api.post(
            editor,
            UPLOADS,
            "{\"fileName\": \"de.srt\", \"sizeBytes\": 20, \"purpose\": \"sidecar\","
                + " \"title\": {\"id\": \"news\"}}");
    String path = UPLOADS + "/" + announced.json().path("uploadId").asText();
    parts.stored.add(new PartStore.StoredPart(1, "p1", 20));
    Answer whole = api.post(editor, path + "/complete");
    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.json().path("source").asText()).startsWith("s3://own/masters/news/");
    assertThat(api.sender.sent()).isEmpty();
  }

  @Test
  void parts_thatCannotBe_areRefused() {
    String path = announce();
    for (String numbers : List.of("[]", "[0]", "[2]", "[-1]")) {
      Answer answer = api.post(editor, path + "/parts", "{\"numbers\": " + numbers + "}");
      assertThat(answer.status()).as(numbers).isEqualTo(400);
    }
  }

  @Test
  void delete_halfAnUpload_abortsItInTheStore() {
    assertThat(api.delete(editor, announce()).status()).isEqualTo(204);
    assertThat(parts.aborted).containsExactly("m1");
  }

  private String announce() {
    Answer answer = api.post(editor, UPLOADS, "{\"fileName\": \"a.mov\", \"sizeBytes\": 20}");
    assertThat(answer.json().path("kind").asText()).isEqualTo("multipart");
    return UPLOADS + "/" + answer.json().path("uploadId").asText();
  }

  /** A store with one upload. */
  private final class FakeParts implements PartStore {
    private final List<StoredPart> stored = new ArrayList<>();
    private final List<String> aborted = new ArrayList<>();
    private boolean complete;

    @Override
    public String begin(String key) {
      return "m1";
    }

    @Override
    public URI presign(String key, String multipartId, int number, Duration validFor) {
      return URI.create("https://s3.example/" + multipartId + "/" + number);
    }

    @Override
    public List<StoredPart> parts(String key, String multipartId) {
      return List.copyOf(stored);
    }

    @Override
    public void complete(String key, String multipartId, List<Part> wanted) {
      complete = true;
      masters.put(address(key), "whole");
    }

    @Override
    public void abort(String key, String multipartId) {
      aborted.add(multipartId);
    }

    @Override
    public boolean exists(String key) {
      return complete;
    }

    @Override
    public String address(String key) {
      return "s3://own/" + key;
    }
  }
}
