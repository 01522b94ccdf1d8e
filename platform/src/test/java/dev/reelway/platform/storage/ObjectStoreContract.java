package dev.reelway.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ObjectStore} promises; run over each of them. */
abstract class ObjectStoreContract {

  private static final String KEY = "titles/t/index.m3u8";
  private static final int BIG = 3 << 20;

  @TempDir Path scratch;
  private ObjectStore store;

  /** An empty store. */
  abstract ObjectStore open();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void put_newKey_isReadBackWhole() {
    ObjectInfo put = put(KEY, "hello").orElseThrow();
    assertThat(put.key()).isEqualTo(KEY);
    assertThat(put.sizeBytes()).isEqualTo(5);
    assertThat(put.contentType()).isEqualTo("application/vnd.apple.mpegurl");
    assertThat(store.head(KEY)).contains(put);
    assertThat(text(KEY)).isEqualTo("hello");
  }

  @Test
  void get_keyThatIsNotThere_isEmpty() {
    assertThat(store.head(KEY)).isEmpty();
    assertThat(store.get(KEY)).isEmpty();
  }

  @Test
  void get_prefixOfAKey_isEmpty() {
    put(KEY, "x");
    assertThat(store.head("titles/t")).isEmpty();
    assertThat(store.get("titles/t")).isEmpty();
  }

  @Test
  void get_openWhileReplaced_givesOneOfTheTwo() {
    byte[] old = filled(BIG, 1);
    put(KEY, old);
    try (StoredObject open = store.get(KEY).orElseThrow()) {
      put(KEY, filled(BIG, 2));
      assertThat(open.readAllBytes()).isEqualTo(old);
    }
  }

  @Test
  void put_overAnother_changesTheEtag() {
    String first = put(KEY, "version 1").orElseThrow().etag();
    String second = put(KEY, "version 2").orElseThrow().etag();
    assertThat(second).isNotEqualTo(first);
    assertThat(text(KEY)).isEqualTo("version 2");
  }

  @Test
  void put_emptyBody_isAnObject() {
    put(KEY, "");
    assertThat(store.head(KEY).orElseThrow().sizeBytes()).isZero();
    assertThat(text(KEY)).isEmpty();
  }

  @Test
  void put_ifAbsentOverAnother_changesNothing() {
    put(KEY, "first");
    assertThat(store.put(KEY, ObjectBody.ofText("second"), options().ifAbsent())).isEmpty();
    assertThat(text(KEY)).isEqualTo("first");
  }

  @Test
  void put_ifAbsentAfterDelete_succeeds() {
    put(KEY, "first");
    store.delete(KEY);
    assertThat(store.put(KEY, ObjectBody.ofText("second"), options().ifAbsent())).isPresent();
  }

  @Test
  void put_sixteenRacingIfAbsent_haveOneWinner() throws Exception {
    List<Optional<ObjectInfo>> results =
        race(16, i -> store.put(KEY, ObjectBody.ofText("writer " + i), options().ifAbsent()));
    List<ObjectInfo> winners = results.stream().flatMap(Optional::stream).toList();
    assertThat(winners).hasSize(1);
    assertThat(store.head(KEY)).contains(winners.get(0));
  }

  @Test
  void put_sixteenRacingIfMatch_haveOneWinner() throws Exception {
    String etag = put(KEY, "start").orElseThrow().etag();
    List<Optional<ObjectInfo>> results =
        race(16, i -> store.put(KEY, ObjectBody.ofText("writer " + i), options().ifMatch(etag)));
    assertThat(results.stream().flatMap(Optional::stream)).hasSize(1);
  }

  @Test
  void put_ifMatchWithStaleEtag_changesNothing() {
    String stale = put(KEY, "1").orElseThrow().etag();
    put(KEY, "2");
    assertThat(store.put(KEY, ObjectBody.ofText("3"), options().ifMatch(stale))).isEmpty();
    assertThat(text(KEY)).isEqualTo("2");
  }

  @Test
  void put_ifMatchOnMissingKey_changesNothing() {
    assertThat(store.put(KEY, ObjectBody.ofText("1"), options().ifMatch("etag"))).isEmpty();
    assertThat(store.head(KEY)).isEmpty();
  }

  @Test
  void put_racingWithReaders_isNeverSeenInHalf() throws Exception {
    put(KEY, filled(BIG, 0));
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<?> writer =
          threads.submit(
              () -> {
                for (int i = 1; i < 20; i++) {
                  put(KEY, filled(BIG - i, i));
                }
                done.set(true);
              });
      Future<Integer> reader = threads.submit(() -> readUntil(done));
      writer.get();
      assertThat(reader.get()).isPositive();
    } finally {
      threads.shutdownNow();
    }
  }

  private int readUntil(AtomicBoolean done) {
    int reads = 0;
    while (!done.get() || reads == 0) {
      try (StoredObject object = store.get(KEY).orElseThrow()) {
        byte[] bytes = object.readAllBytes();
        assertThat(bytes).hasSize((int) object.info().sizeBytes());
        assertThat(bytes).isEqualTo(filled(BIG - bytes[0], bytes[0]));
        reads++;
      }
    }
    return reads;
  }

  @Test
  void put_bodyThatBreaksOff_leavesTheOldObject() {
    put(KEY, "old");
    assertFailure(
        () -> store.put(KEY, new BrokenBody(10), options()), FailureKind.STORAGE_UNAVAILABLE);
    assertThat(text(KEY)).isEqualTo("old");
  }

  @Test
  void put_fileBody_keepsTheFile() throws IOException {
    Path file = Files.writeString(scratch.resolve("a.mp4"), "abc");
    store.put(KEY, ObjectBody.ofFile(file), options());
    assertThat(text(KEY)).isEqualTo("abc");
    assertThat(file).hasContent("abc");
  }

  @Test
  void put_movedFile_takesTheFile() throws IOException {
    Path file = Files.writeString(scratch.resolve("a.mp4"), "abc");
    store.put(KEY, ObjectBody.ofFile(file, true), options().ifAbsent());
    assertThat(text(KEY)).isEqualTo("abc");
    assertThat(file).doesNotExist();
  }

  @Test
  void put_movedFileWhoseConditionFails_keepsTheFile() throws IOException {
    put(KEY, "there");
    Path file = Files.writeString(scratch.resolve("a.mp4"), "abc");
    assertThat(store.put(KEY, ObjectBody.ofFile(file, true), options().ifAbsent())).isEmpty();
    assertThat(file).hasContent("abc");
    assertThat(text(KEY)).isEqualTo("there");
  }

  @Test
  void read_anyRange_givesThatRange() {
    put(KEY, "0123456789");
    assertThat(range(0, 4)).isEqualTo("0123");
    assertThat(range(7, 3)).isEqualTo("789");
    assertThat(range(8, 100)).isEqualTo("89");
    assertThat(store.read(KEY, 10, ByteBuffer.allocate(1))).isEqualTo(-1);
    assertThat(store.read(KEY, 1L << 40, ByteBuffer.allocate(1))).isEqualTo(-1);
  }

  @Test
  void read_keyThatIsNotThere_fails() {
    assertFailure(
        () -> store.read(KEY, 0, ByteBuffer.allocate(1)), FailureKind.STORAGE_UNAVAILABLE);
  }

  @Test
  void delete_twice_isFine() {
    put(KEY, "x");
    store.delete(KEY);
    store.delete(KEY);
    assertThat(store.head(KEY)).isEmpty();
    assertThat(store.list("")).isEmpty();
  }

  @Test
  void list_prefix_givesThoseKeysInOrder() {
    List.of("titles/b/2", "titles/a/1", "titles/ab", "work/x").forEach(key -> put(key, "x"));
    assertThat(store.list(""))
        .extracting(ListedObject::key)
        .containsExactly("titles/a/1", "titles/ab", "titles/b/2", "work/x");
    assertThat(store.list("titles/a"))
        .extracting(ListedObject::key)
        .containsExactly("titles/a/1", "titles/ab");
    assertThat(store.list("titles/a/")).extracting(ListedObject::key).containsExactly("titles/a/1");
    assertThat(store.list("nothing/")).isEmpty();
    assertThat(store.list("work/").get(0).sizeBytes()).isEqualTo(1);
    assertThat(store.list("work/").get(0).lastModified()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a b/c d.mp4", "títulos/映画/🎬.mp4", "a+b%20c&d=e#f?.mp4", "-", "...", ".x"})
  void put_unusualKey_isReadBackAndListed(String key) {
    put(key, "x");
    assertThat(text(key)).isEqualTo("x");
    assertThat(store.list("")).extracting(ListedObject::key).containsExactly(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/etc/passwd",
        "..",
        "../x",
        "a/../../x",
        "a/./b",
        "a//b",
        "a/",
        "a\\b",
        "a\0b",
        "a\nb",
        "\ud800"
      })
  void anyCall_keyThatIsNotAllowed_isRefused(String key) {
    assertFailure(() -> put(key, "x"), FailureKind.INVARIANT_BROKEN);
    assertFailure(() -> store.get(key), FailureKind.INVARIANT_BROKEN);
    assertFailure(() -> store.head(key), FailureKind.INVARIANT_BROKEN);
    assertFailure(() -> store.delete(key), FailureKind.INVARIANT_BROKEN);
    assertFailure(() -> store.read(key, 0, ByteBuffer.allocate(1)), FailureKind.INVARIANT_BROKEN);
  }

  @Test
  void put_keyThatIsTooLong_isRefused() {
    assertFailure(() -> put("é".repeat(128), "x"), FailureKind.INVARIANT_BROKEN);
    assertFailure(() -> put("abcdefgh/".repeat(114) + "x", "x"), FailureKind.INVARIANT_BROKEN);
  }

  private Optional<ObjectInfo> put(String key, String text) {
    return put(key, text.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<ObjectInfo> put(String key, byte[] bytes) {
    return store.put(key, ObjectBody.ofBytes(bytes), PutOptions.forKey(key));
  }

  private static PutOptions options() {
    return PutOptions.forKey(KEY);
  }

  private String text(String key) {
    try (StoredObject object = store.get(key).orElseThrow()) {
      return new String(object.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String range(long offset, int length) {
    ByteBuffer target = ByteBuffer.allocate(length);
    int read = store.read(KEY, offset, target);
    assertThat(target.position()).isEqualTo(read);
    return new String(target.array(), 0, read, StandardCharsets.UTF_8);
  }

  private static byte[] filled(int size, int value) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  static void assertFailure(Callable<?> call, FailureKind kind) {
    assertThatThrownBy(call::call)
        .isInstanceOfSatisfying(ReelwayException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  static void assertFailure(Runnable call, FailureKind kind) {
    assertFailure(Executors.callable(call), kind);
  }

  private interface Racer<T> {
    T run(int number);
  }

  private static <T> List<T> race(int racers, Racer<T> racer) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(racers);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < racers; i++) {
        int number = i;
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  return racer.run(number);
                }));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
