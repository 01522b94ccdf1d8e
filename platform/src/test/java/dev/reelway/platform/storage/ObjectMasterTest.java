package dev.reelway.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.config.StorageConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class ObjectMasterTest {

  private static final int BLOCK = 100;
  private static final byte[] BYTES = bytes(1_050);
  private static final long GIGABYTE = 1L << 30;

  private final CountedReads store = new CountedReads();
  private final ObjectMaster master = put(BYTES);

  @Test
  void read_anyRange_givesThoseBytes() throws IOException {
    for (int[] range : new int[][] {{0, 1}, {0, 1_050}, {99, 2}, {250, 400}, {1_049, 1}}) {
      ByteBuffer target = ByteBuffer.allocate(range[1]);
      assertThat(master.read(range[0], target)).isEqualTo(range[1]);
      assertThat(target.array())
          .isEqualTo(Arrays.copyOfRange(BYTES, range[0], range[0] + range[1]));
    }
  }

  @Test
  void read_beyondTheEnd_givesWhatThereIs() throws IOException {
    assertThat(master.sizeBytes()).isEqualTo(1_050);
    assertThat(master.read(1_000, ByteBuffer.allocate(100))).isEqualTo(50);
    assertThat(master.read(1_050, ByteBuffer.allocate(100))).isZero();
    assertThat(master.read(1L << 40, ByteBuffer.allocate(100))).isZero();
  }

  @Test
  void read_emptyMaster_givesNothing() throws IOException {
    assertThat(put(new byte[0]).read(0, ByteBuffer.allocate(1))).isZero();
  }

  @Test
  void read_oneAfterTheOther_fetchesEachBlockOnce() throws IOException {
    for (int position = 0; position < 1_050; position += 7) {
      master.read(position, ByteBuffer.allocate(7));
    }
    assertThat(store.offsets).doesNotHaveDuplicates().hasSize(11);
  }

  @Test
  void read_hereAndThere_fetchesNothingAhead() throws IOException {
    for (long position : List.of(1_000, 0, 500, 1_001, 1, 501)) {
      master.read(position, ByteBuffer.allocate(7));
    }
    assertThat(store.offsets).containsExactly(1_000L, 0L, 500L);
  }

  @Test
  void read_manyThreads_allGetTheirBytes() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> readers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int seed = i;
        readers.add(threads.submit(() -> readHereAndThere(new Random(seed))));
      }
      for (Future<?> reader : readers) {
        reader.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(master.keptBytes()).isLessThanOrEqualTo(4 * BLOCK);
  }

  private Void readHereAndThere(Random random) throws IOException {
    for (int i = 0; i < 500; i++) {
      int position = random.nextInt(1_000);
      ByteBuffer target = ByteBuffer.allocate(50);
      master.read(position, target);
      assertThat(target.array()).isEqualTo(Arrays.copyOfRange(BYTES, position, position + 50));
    }
    return null;
  }

  @Test
  void read_masterReplaced_saysSoInsteadOfMixing() throws IOException {
    master.read(0, ByteBuffer.allocate(10));
    store.put("m", ObjectBody.ofBytes(bytes(1_051)), PutOptions.forKey("m"));
    assertThatThrownBy(() -> master.read(500, ByteBuffer.allocate(10)))
        .isInstanceOfSatisfying(
            ReelwayException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.MASTER_CHANGED))
        .hasMessage("s3://b/m was replaced or removed while it was read.");
  }

  @Test
  void read_masterRemoved_saysSo() {
    store.delete("m");
    assertThatThrownBy(() -> master.read(0, ByteBuffer.allocate(10)))
        .hasMessageContaining("removed");
  }

  @Test
  void read_afterClose_fails() {
    master.close();
    assertThatThrownBy(() -> master.read(0, ByteBuffer.allocate(10)))
        .isInstanceOf(ClosedChannelException.class);
  }

  /** A master as it comes in by tus: moved into the store's folder, never copied. */
  @Test
  void read_twentyGigabytesMovedIn_holdsAFewBlocksOnly() throws IOException {
    StorageConfig config = S3Server.newBucket();
    long size = 20 * GIGABYTE;
    Path elsewhere = S3Server.folder(config).resolveSibling("made-elsewhere");
    sparse(elsewhere, size, "the end");
    Path place = S3Server.folder(config).resolve("masters/t/upload");
    Files.createDirectories(place.getParent());
    Files.move(elsewhere, place);

    try (Masters masters = Masters.allowedBy(config);
        var moved = masters.open("s3://" + config.bucket() + "/masters/t/upload")) {
      assertThat(moved.sizeBytes()).isEqualTo(size);
      ByteBuffer end = ByteBuffer.allocate(7);
      moved.read(size - 7, end);
      assertThat(new String(end.array(), StandardCharsets.UTF_8)).isEqualTo("the end");
      for (long position = size - GIGABYTE; position < size; position += GIGABYTE / 8) {
        assertThat(moved.read(position, ByteBuffer.allocate(1 << 20))).isEqualTo(1 << 20);
      }
      assertThat(((ObjectMaster) moved).keptBytes()).isLessThanOrEqualTo(4L * (8 << 20));
    }
  }

  private static void sparse(Path file, long size, String end) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      byte[] last = end.getBytes(StandardCharsets.UTF_8);
      channel.write(ByteBuffer.wrap(last), size - last.length);
    }
  }

  private ObjectMaster put(byte[] bytes) {
    ObjectInfo info =
        store.put("m", ObjectBody.ofBytes(bytes), PutOptions.forKey("m")).orElseThrow();
    return new ObjectMaster(store, info, "s3://b/m", BLOCK);
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  /** Tells at which offsets it was read. */
  private static final class CountedReads implements ObjectStore {

    final List<Long> offsets = new CopyOnWriteArrayList<>();
    private final MemoryObjectStore objects = new MemoryObjectStore();

    @Override
    public OptionalInt readSame(ObjectInfo expected, long offset, ByteBuffer target) {
      offsets.add(offset);
      return objects.readSame(expected, offset, target);
    }

    @Override
    public Optional<ObjectInfo> put(String key, ObjectBody body, PutOptions options) {
      return objects.put(key, body, options);
    }

    @Override
    public Optional<ObjectInfo> head(String key) {
      return objects.head(key);
    }

    @Override
    public Optional<StoredObject> get(String key) {
      return objects.get(key);
    }

    @Override
    public int read(String key, long offset, ByteBuffer target) {
      return objects.read(key, offset, target);
    }

    @Override
    public void delete(String key) {
      objects.delete(key);
    }

    @Override
    public List<ListedObject> list(String prefix) {
      return objects.list(prefix);
    }

    @Override
    public void close() {}
  }
}
