package dev.reelway.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.config.StorageConfig;
import dev.reelway.platform.storage.FaultProxy.Answer;
import dev.reelway.platform.storage.FaultProxy.BreakAnswer;
import dev.reelway.platform.storage.FaultProxy.BreakRequest;
import dev.reelway.platform.storage.FaultProxy.Dribble;
import dev.reelway.platform.storage.FaultProxy.Fault;
import dev.reelway.platform.storage.FaultProxy.Hang;
import dev.reelway.platform.storage.FaultProxy.LoseAnswer;
import dev.reelway.platform.storage.FaultProxy.Pass;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store in trouble: what a call gives is right, or it says that the store failed. */
final class S3FaultsTest {

  private static final String KEY = "work/chunks/a.mp4";
  private static final byte[] BYTES = bytes(3 << 20);
  private static final S3Timeouts SHORT =
      new S3Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(60));

  @TempDir Path scratch;
  private final StorageConfig direct = S3Server.newBucket();
  private FaultProxy proxy;
  private S3ObjectStore store;

  @BeforeEach
  void openThroughProxy() throws IOException {
    proxy = FaultProxy.to(direct.endpoint().orElseThrow());
    StorageConfig through = S3Server.config(proxy.endpoint(), direct.bucket());
    store = new S3ObjectStore(new S3Connection(through, SHORT), direct.bucket(), true);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
    proxy.close();
  }

  static Stream<Fault> passingFaults() {
    return Stream.of(
        new Answer(500), new Answer(503), new Answer(429), new BreakAnswer(0), new LoseAnswer());
  }

  @ParameterizedTest
  @MethodSource("passingFaults")
  void put_storeFailsTwice_isPutAfterAll(Fault fault) {
    proxy.failFirst(2, fault);
    assertThat(put(BYTES, PutOptions.forKey(KEY))).isEqualTo(store.head(KEY)).isPresent();
    assertStored(BYTES);
  }

  @ParameterizedTest
  @MethodSource("passingFaults")
  void put_ifAbsentWhileStoreFailsTwice_knowsThatItWon(Fault fault) {
    proxy.failFirst(2, fault);
    assertThat(put(BYTES, PutOptions.forKey(KEY).ifAbsent()))
        .isEqualTo(store.head(KEY))
        .isPresent();
    assertStored(BYTES);
  }

  @ParameterizedTest
  @MethodSource("passingFaults")
  void put_ifMatchWhileStoreFailsTwice_knowsThatItWon(Fault fault) {
    String etag = put(bytes(10), PutOptions.forKey(KEY)).orElseThrow().etag();
    proxy.failFirst(2, fault);
    assertThat(put(BYTES, PutOptions.forKey(KEY).ifMatch(etag)))
        .isEqualTo(store.head(KEY))
        .isPresent();
    assertStored(BYTES);
  }

  @Test
  void put_ifAbsentOverAnotherWhoseAnswerIsLost_knowsThatItLost() {
    put(bytes(10), PutOptions.forKey(KEY));
    proxy.failFirst(1, new LoseAnswer());
    assertThat(put(BYTES, PutOptions.forKey(KEY).ifAbsent())).isEmpty();
    assertStored(bytes(10));
  }

  @Test
  void put_connectionBreaksInTheBody_isPutAfterAll() {
    proxy.failFirst(2, new BreakRequest(1 << 20));
    put(BYTES, PutOptions.forKey(KEY));
    assertStored(BYTES);
  }

  @Test
  void put_connectionAlwaysBreaksInTheBody_failsAndLeavesNothing() {
    proxy.follow(request -> new BreakRequest(1 << 20));
    assertUnavailable(() -> put(BYTES, PutOptions.forKey(KEY)));
    assertThat(ObjectStores.open(direct).list("")).isEmpty();
  }

  @Test
  void put_anotherIsUnderWay_isTriedAgain() {
    proxy.failFirst(2, new Answer(409, "ConditionalRequestConflict"));
    assertThat(put(BYTES, PutOptions.forKey(KEY).ifAbsent())).isPresent();
    assertStored(BYTES);
  }

  @Test
  void put_storeRefuses_isNotTriedAgain() {
    proxy.follow(r -> r.method().equals("PUT") ? new Answer(400, "InvalidRequest") : new Pass());
    assertThatThrownBy(() -> put(BYTES, PutOptions.forKey(KEY)))
        .hasMessageContaining("refused it with 400 InvalidRequest");
    assertThat(proxy.requests()).filteredOn(r -> r.method().equals("PUT")).hasSize(1);
  }

  @Test
  void put_storeIsFull_saysSo() {
    proxy.follow(request -> new Answer(507));
    assertThatThrownBy(() -> put(BYTES, PutOptions.forKey(KEY)))
        .isInstanceOfSatisfying(
            ReelwayException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.STORAGE_FULL));
  }

  @Test
  void put_movedFileWhileStoreFails_keepsTheFile() throws IOException {
    Path file = Files.write(scratch.resolve("a.mp4"), BYTES);
    proxy.follow(request -> new Answer(503));
    assertUnavailable(() -> store.put(KEY, ObjectBody.ofFile(file, true), PutOptions.forKey(KEY)));
    assertThat(file).hasBinaryContent(BYTES);
  }

  @Test
  void get_connectionBreaksInTheBody_isReadOn() {
    put(BYTES, PutOptions.forKey(KEY));
    proxy.failFirst(3, new BreakAnswer(1 << 20));
    try (StoredObject object = store.get(KEY).orElseThrow()) {
      assertThat(object.readAllBytes()).isEqualTo(BYTES);
    }
  }

  @Test
  void get_connectionAlwaysBreaks_fails() {
    put(BYTES, PutOptions.forKey(KEY));
    proxy.follow(request -> new BreakAnswer(10_000));
    assertUnavailable(() -> store.get(KEY).orElseThrow().readAllBytes());
  }

  @Test
  void get_replacedWhileConnectionIsBroken_failsInsteadOfMixing() {
    put(BYTES, PutOptions.forKey(KEY));
    proxy.failFirst(1, new BreakAnswer(1 << 20));
    try (StoredObject object = store.get(KEY).orElseThrow()) {
      ObjectBody other = ObjectBody.ofBytes(new byte[BYTES.length]);
      ObjectStores.open(direct).put(KEY, other, PutOptions.forKey(KEY));
      assertUnavailable(object::readAllBytes);
    }
  }

  @Test
  void get_slowAnswer_isReadWhole() {
    put(BYTES, PutOptions.forKey(KEY));
    proxy.follow(request -> new Dribble(BYTES.length / 10, 20));
    try (StoredObject object = store.get(KEY).orElseThrow()) {
      assertThat(object.readAllBytes()).isEqualTo(BYTES);
    }
  }

  @Test
  void get_closedBeforeItsEnd_isNotFetched() {
    put(BYTES, PutOptions.forKey(KEY));
    store.get(KEY).orElseThrow().close();
    assertStored(BYTES);
  }

  static Stream<Fault> readFaults() {
    return Stream.concat(
        passingFaults(), Stream.of(new BreakAnswer(100_000), new BreakAnswer(400), new Hang()));
  }

  @ParameterizedTest
  @MethodSource("readFaults")
  void read_storeFailsTwice_givesTheRange(Fault fault) {
    put(BYTES, PutOptions.forKey(KEY));
    proxy.failFirst(2, fault);
    ByteBuffer target = ByteBuffer.allocate(500_000);
    assertThat(store.read(KEY, 1_000_000, target)).isEqualTo(500_000);
    assertThat(target.array()).isEqualTo(Arrays.copyOfRange(BYTES, 1_000_000, 1_500_000));
  }

  @ParameterizedTest
  @MethodSource("readFaults")
  void read_storeAlwaysFails_saysSo(Fault fault) {
    put(BYTES, PutOptions.forKey(KEY));
    proxy.follow(request -> fault);
    assertUnavailable(() -> store.read(KEY, 1_000_000, ByteBuffer.allocate(500_000)));
  }

  @Test
  void master_everyOtherConnectionBreaks_givesTheRightBytes() throws IOException {
    put(BYTES, PutOptions.forKey(KEY));
    proxy.follow(r -> r.number() % 2 == 0 ? new BreakAnswer(50_000) : new Pass());
    ObjectInfo info = store.head(KEY).orElseThrow();
    try (ObjectMaster master = new ObjectMaster(store, info, "s3://b/" + KEY, 1 << 17)) {
      ByteBuffer all = ByteBuffer.allocate(BYTES.length);
      assertThat(master.read(0, all)).isEqualTo(BYTES.length);
      assertThat(all.array()).isEqualTo(BYTES);
    }
  }

  @Test
  void master_storeRecovers_readsOn() throws IOException {
    put(BYTES, PutOptions.forKey(KEY));
    ObjectInfo info = store.head(KEY).orElseThrow();
    try (ObjectMaster master = new ObjectMaster(store, info, "s3://b/" + KEY, 1 << 17)) {
      proxy.follow(request -> new Answer(503));
      assertUnavailable(() -> read(master, 0));
      proxy.follow(request -> new Pass());
      assertThat(read(master, 0)).isEqualTo(Arrays.copyOf(BYTES, 100));
    }
  }

  @Test
  void anyCall_noServer_saysWhoDidNotAnswer() {
    StorageConfig nobody = S3Server.config(URI.create("http://127.0.0.1:1"), "bucket");
    try (ObjectStore gone = ObjectStores.open(nobody)) {
      assertThatThrownBy(() -> gone.head(KEY))
          .hasMessageContaining("http://127.0.0.1:1 did not answer");
    }
  }

  private static byte[] read(ObjectMaster master, long position) throws IOException {
    ByteBuffer target = ByteBuffer.allocate(100);
    master.read(position, target);
    return target.array();
  }

  private Optional<ObjectInfo> put(byte[] bytes, PutOptions options) {
    return store.put(KEY, ObjectBody.ofBytes(bytes), options);
  }

  private void assertStored(byte[] bytes) {
    try (StoredObject object = store.get(KEY).orElseThrow()) {
      assertThat(object.readAllBytes()).isEqualTo(bytes);
    }
  }

  private interface Call {
    void run() throws IOException;
  }

  private static void assertUnavailable(Call call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ReelwayException.class,
            e -> assertThat(e.kind()).isEqualTo(FailureKind.STORAGE_UNAVAILABLE));
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
