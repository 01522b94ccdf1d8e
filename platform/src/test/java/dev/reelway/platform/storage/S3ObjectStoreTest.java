package dev.reelway.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.platform.config.StorageConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class S3ObjectStoreTest extends ObjectStoreContract {

  private static final String KEY = "titles/t/segment.m4s";

  private final StorageConfig config = S3Server.newBucket();

  @Override
  ObjectStore open() {
    return ObjectStores.open(config);
  }

  @Test
  void put_headersForPlayers_areServed() throws Exception {
    PutOptions options = PutOptions.forKey(KEY).cached(PutOptions.IMMUTABLE);
    open().put(KEY, ObjectBody.ofText("x"), options);
    HttpResponse<String> reply = get(config, KEY);
    assertThat(reply.headers().firstValue("Cache-Control")).contains(PutOptions.IMMUTABLE);
    assertThat(reply.headers().firstValue("Content-Type")).contains("video/mp4");
  }

  @Test
  void put_withoutTrailingChecksums_isStoredToo() {
    StorageConfig old =
        new StorageConfig(
            config.endpoint(),
            config.region(),
            config.bucket(),
            true,
            true,
            2,
            config.accessKey(),
            config.secretKey(),
            config.masterBuckets(),
            config.masterFolders(),
            config.publicBaseUrl());
    try (ObjectStore store = ObjectStores.open(old)) {
      assertThat(store.put(KEY, ObjectBody.ofText("abc"), PutOptions.forKey(KEY)))
          .isEqualTo(store.head(KEY))
          .isPresent();
      assertThat(store.get(KEY).orElseThrow().readAllBytes()).asString().isEqualTo("abc");
    }
  }

  @Test
  void put_bigFile_goesInPartsAndIsReadBack() throws IOException {
    long size = S3ObjectStore.PARTS_FROM_BYTES + 5;
    Path file = sparse(size, "the end");
    PutOptions options = PutOptions.forKey(KEY).cached(PutOptions.IMMUTABLE).ifAbsent();
    assertThat(open().put(KEY, ObjectBody.ofFile(file, true), options))
        .isEqualTo(open().head(KEY))
        .isPresent();
    assertThat(file).doesNotExist();
    ByteBuffer end = ByteBuffer.allocate(7);
    open().read(KEY, size - 7, end);
    assertThat(end.array()).asString().isEqualTo("the end");
    assertNoUploads();
  }

  @Test
  void put_bigFileIfAbsentOverAnother_changesNothingAndLeavesNoParts() throws IOException {
    open().put(KEY, ObjectBody.ofText("first"), PutOptions.forKey(KEY));
    Path file = sparse(S3ObjectStore.PARTS_FROM_BYTES, "second");
    PutOptions options = PutOptions.forKey(KEY).ifAbsent();
    assertThat(open().put(KEY, ObjectBody.ofFile(file, true), options)).isEmpty();
    assertThat(file).exists();
    assertThat(open().get(KEY).orElseThrow().readAllBytes()).asString().isEqualTo("first");
    assertNoUploads();
  }

  @Test
  void put_bigBodyThatBreaksOff_leavesNoParts() {
    BrokenBody body = new BrokenBody(S3ObjectStore.PARTS_FROM_BYTES);
    assertFailure(
        () -> open().put(KEY, body, PutOptions.forKey(KEY)), FailureKind.STORAGE_UNAVAILABLE);
    assertThat(open().head(KEY)).isEmpty();
    assertNoUploads();
  }

  @ParameterizedTest
  @ValueSource(strings = {"access key", "secret key", "bucket"})
  void anyCall_wrongSetting_saysWhichOne(String wrong) {
    StorageConfig bad =
        StorageConfig.of(
            config.endpoint().orElseThrow(),
            wrong.equals("bucket") ? "no-such-bucket" : config.bucket(),
            wrong.equals("access key") ? "nobody" : S3Server.ACCESS_KEY,
            wrong.equals("secret key") ? "guessed" : S3Server.SECRET_KEY);
    try (ObjectStore store = ObjectStores.open(bad)) {
      assertThatThrownBy(() -> store.put(KEY, ObjectBody.ofText("x"), PutOptions.forKey(KEY)))
          .hasMessageContaining(wrong);
      assertThatThrownBy(() -> store.list("")).hasMessageContaining(wrong);
      assertThatThrownBy(() -> store.get(KEY)).hasMessageContaining(wrong);
    }
  }

  @Test
  void list_moreThanAPage_givesAll() {
    for (int i = 0; i < 1_005; i++) {
      write(String.format("work/%04d", i));
    }
    assertThat(open().list("work/")).hasSize(1_005);
  }

  private void write(String key) {
    try {
      Path file = S3Server.folder(config).resolve(key);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Path sparse(long size, String end) throws IOException {
    Path file = scratch.resolve("big.mp4");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(end.getBytes(StandardCharsets.UTF_8)), size - end.length());
    }
    return file;
  }

  private void assertNoUploads() {
    try (MultipartUploads uploads = new MultipartUploads(config)) {
      assertThat(uploads.begunBefore(Instant.MAX)).isEmpty();
    }
  }

  private static HttpResponse<String> get(StorageConfig config, String key) throws Exception {
    URI address = URI.create(config.endpoint().orElseThrow() + "/" + config.bucket() + "/" + key);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
