package dev.reelway.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryObjectStoreTest extends ObjectStoreContract {

  @TempDir Path root;

  @Override
  ObjectStore open() {
    return new DirectoryObjectStore(root);
  }

  @Test
  void put_anyObject_isAPlainFile() {
    put("titles/t/index.mpd", "x");
    assertThat(root.resolve("titles/t/index.mpd")).hasContent("x");
  }

  @Test
  void put_anyOutcome_leavesNothingIncoming() throws IOException {
    put("a", "x");
    open().put("a", ObjectBody.ofText("y"), PutOptions.forKey("a").ifAbsent());
    assertFailure(
        () -> open().put("a", new BrokenBody(1), PutOptions.forKey("a")),
        FailureKind.STORAGE_UNAVAILABLE);
    try (Stream<Path> left = Files.list(root.resolve(".reelway/store/incoming"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void put_noRoomForTheBody_isStorageFull() {
    assertFailure(
        () -> open().put("a", new BrokenBody(Long.MAX_VALUE), PutOptions.forKey("a")),
        FailureKind.STORAGE_FULL);
  }

  @Test
  void put_bodyOfAnotherLength_isRefused() {
    ObjectBody body = new ShortBody();
    assertFailure(
        () -> open().put("a", body, PutOptions.forKey("a")), FailureKind.STORAGE_UNAVAILABLE);
    assertThat(open().head("a")).isEmpty();
  }

  private static final class ShortBody implements ObjectBody {
    @Override
    public long sizeBytes() {
      return 2;
    }

    @Override
    public java.io.InputStream open() {
      return new java.io.ByteArrayInputStream(new byte[1]);
    }
  }

  @Test
  void put_keyUnderAnObject_isRefused() {
    put("a", "x");
    assertFailure(() -> put("a/b", "x"), FailureKind.INVARIANT_BROKEN);
  }

  @Test
  void put_keyOverAFolder_isRefused() {
    put("a/b", "x");
    assertFailure(() -> put("a", "x"), FailureKind.INVARIANT_BROKEN);
  }

  @Test
  void anyCall_keyInTheStoresOwnFolder_isRefused() {
    assertFailure(() -> put(".reelway/store/lock", "x"), FailureKind.INVARIANT_BROKEN);
  }

  @Test
  void delete_lastObjectOfAFolder_removesTheFolder() {
    put("a/b/c", "x");
    put("a/d", "x");
    open().delete("a/b/c");
    assertThat(root.resolve("a/b")).doesNotExist();
    assertThat(root.resolve("a/d")).exists();
  }

  @Test
  void open_staleIncomingFile_isSwept() throws IOException {
    Path incoming = Files.createDirectories(root.resolve(".reelway/store/incoming"));
    Path stale = Files.writeString(incoming.resolve("stale"), "x");
    Files.setLastModifiedTime(stale, FileTime.from(Instant.now().minus(2, ChronoUnit.DAYS)));
    Path fresh = Files.writeString(incoming.resolve("fresh"), "x");
    open();
    assertThat(stale).doesNotExist();
    assertThat(fresh).exists();
  }

  @Test
  void put_bigMovedFile_answersWhatHeadSays() throws IOException {
    Path file = Files.write(root.resolve("scratch.mp4"), new byte[2 << 20]);
    PutOptions options = PutOptions.forKey("big.mp4").ifAbsent();
    assertThat(open().put("big.mp4", ObjectBody.ofFile(file, true), options))
        .isEqualTo(open().head("big.mp4"))
        .isPresent();
  }

  @Test
  void put_rootNamedThroughALink_sharesTheLock() throws Exception {
    Path link = Files.createSymbolicLink(scratch.resolve("link"), root);
    List<Thread> threads = new ArrayList<>();
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    for (Path name : List.of(root, link)) {
      Thread thread = new Thread(() -> putMany(new DirectoryObjectStore(name)));
      thread.setUncaughtExceptionHandler((t, failure) -> failures.add(failure));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures).isEmpty();
  }

  private static void putMany(ObjectStore store) {
    for (int i = 0; i < 200; i++) {
      store.put("a", ObjectBody.ofText("x"), PutOptions.forKey("a"));
    }
  }

  @Test
  void put_bigFileReplacedBySameSize_changesTheEtag() {
    byte[] bytes = new byte[2 << 20];
    PutOptions options = PutOptions.forKey("big");
    String first = open().put("big", ObjectBody.ofBytes(bytes), options).orElseThrow().etag();
    bytes[0] = 1;
    String second = open().put("big", ObjectBody.ofBytes(bytes), options).orElseThrow().etag();
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void put_ifAbsentInSeveralProcesses_hasOneWinner() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  IfAbsentRacer.class.getName(),
                  root.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    }
    int wins = 0;
    for (Process process : processes) {
      assertThat(process.waitFor()).isLessThanOrEqualTo(IfAbsentRacer.KEYS);
      wins += process.exitValue();
    }
    assertThat(wins).isEqualTo(IfAbsentRacer.KEYS);
  }

  private void put(String key, String text) {
    open().put(key, ObjectBody.ofText(text), PutOptions.forKey(key));
  }
}
