package dev.reelway.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class PrefixedObjectStoreTest extends ObjectStoreContract {

  private final MemoryObjectStore whole = new MemoryObjectStore();

  @Override
  ObjectStore open() {
    return new PrefixedObjectStore(whole, "films/a/");
  }

  @Test
  void list_otherObjectsBeside_areNotSeen() {
    whole.put("films/ab", ObjectBody.ofText("x"), PutOptions.forKey("films/ab"));
    open().put("c", ObjectBody.ofText("x"), PutOptions.forKey("c"));
    assertThat(open().list("")).extracting(ListedObject::key).containsExactly("c");
    assertThat(whole.head("films/a/c")).isPresent();
  }

  @Test
  void readSame_objectFromHead_isRead() {
    ObjectInfo info =
        open().put("c", ObjectBody.ofText("xy"), PutOptions.forKey("c")).orElseThrow();
    assertThat(open().readSame(info, 1, ByteBuffer.allocate(5))).hasValue(1);
    open().put("c", ObjectBody.ofText("z"), PutOptions.forKey("c"));
    assertThat(open().readSame(info, 0, ByteBuffer.allocate(5))).isEmpty();
  }
}
