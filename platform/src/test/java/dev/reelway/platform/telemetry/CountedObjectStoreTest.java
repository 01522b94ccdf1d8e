package dev.reelway.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.platform.storage.MemoryObjectStore;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import dev.reelway.platform.storage.StoredObject;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CountedObjectStoreTest {
  private final Metrics metrics = new Metrics("worker", "1.2.3");
  private final ObjectStore store = new CountedObjectStore(new MemoryObjectStore(), metrics);

  @AfterEach
  void close() {
    store.close();
    metrics.close();
  }

  @Test
  void bytes_putReadAndGot_areCountedEachWay() {
    store.put("masters/a/b", ObjectBody.ofText("hello"), PutOptions.forKey("masters/a/b"));
    store.read("masters/a/b", 1, ByteBuffer.allocate(3));
    try (StoredObject object = store.get("masters/a/b").orElseThrow()) {
      assertThat(object.readAllBytes()).hasSize(5);
    }

    assertThat(metrics.scrape().lines())
        .contains(
            "reelway_storage_written_bytes_total 5.0", "reelway_storage_read_bytes_total 8.0");
  }

  @Test
  void bytes_putThatWasRefused_areNotCounted() {
    PutOptions once = PutOptions.forKey("masters/a/b").ifAbsent();
    store.put("masters/a/b", ObjectBody.ofText("hello"), once);
    store.put("masters/a/b", ObjectBody.ofText("other"), once);

    assertThat(metrics.scrape().lines()).contains("reelway_storage_written_bytes_total 5.0");
  }
}
