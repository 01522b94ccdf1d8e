package dev.reelway.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.ingest.KnownMasters;
import dev.reelway.ingest.MovableClock;
import dev.reelway.ingest.SentMessages;
import dev.reelway.ingest.accept.Acceptance;
import dev.reelway.ingest.queue.NewObject;
import dev.reelway.ingest.queue.Problem;
import dev.reelway.platform.storage.MemoryObjectStore;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.PutOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderWatchTest {

  private static final Duration AGE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  private final MemoryObjectStore own = new MemoryObjectStore();
  private final MemoryObjectStore bucket = new MemoryObjectStore();
  private final MovableClock clock = new MovableClock(Instant.now());
  private final SentMessages sent = new SentMessages();
  private final KnownMasters masters = new KnownMasters();
  private final List<DeadLetter> letters = new ArrayList<>();

  @BeforeEach
  void mastersOfTheFolder() {
    masters.put(address("film.mov"), "e1");
    masters.put("s3://drop/news/film.mov", "e1");
  }

  @Test
  void look_growingFile_isTakenOnceItIsAtRest() throws IOException {
    WatchFolders folders = folders(Ready.STABLE);
    write("film.mov", "a");
    look(folders, 0);
    write("film.mov", "ab");
    later();
    look(folders, 0);
    later();
    look(folders, 1);
    later();
    look(folders, 0);
    assertThat(submitted()).hasSize(1);
    assertThat(submitted().get(0).master()).isEqualTo(address("film.mov"));
    assertThat(submitted().get(0).tenant()).isEqualTo("news");
    assertThat(submitted().get(0).requestedBy()).isEqualTo("watch:drop");
  }

  @Test
  void look_freshFileWithAnOldDate_waitsItsAge() throws IOException {
    write("film.mov", "a");
    Files.setLastModifiedTime(
        folder.resolve("film.mov"), FileTime.from(Instant.now().minus(Duration.ofDays(9))));
    WatchFolders folders = folders(Ready.STABLE);
    look(folders, 0);
    look(folders, 0);
    later();
    look(folders, 1);
  }

  @Test
  void look_afterARestart_takesNothingTwice() throws IOException {
    write("film.mov", "a");
    look(folders(Ready.STABLE), 0);
    later();
    look(folders(Ready.STABLE), 1);
    later();
    look(folders(Ready.STABLE), 0);
    assertThat(submitted()).hasSize(1);
  }

  @Test
  void look_replacedMaster_isAnotherTitle() throws IOException {
    WatchFolders folders = folders(Ready.DONE_FILE);
    write("film.mov", "a");
    write("film.mov.done", "");
    look(folders, 1);
    write("film.mov", "another");
    masters.put(address("film.mov"), "e2");
    look(folders, 1);
    assertThat(submitted()).extracting(TitleRequest::titleId).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void look_emptyListing_forgetsNothing() throws IOException {
    WatchFolders folders = folders(Ready.DONE_FILE);
    write("film.mov", "a");
    write("film.mov.done", "");
    look(folders, 1);
    Path away = folder.resolveSibling(folder.getFileName() + "-away");
    Files.move(folder, away);
    Files.createDirectory(folder);
    clock.move(Duration.ofDays(3));
    look(folders, 0);
    Files.delete(folder);
    Files.move(away, folder);
    look(folders, 0);
  }

  @Test
  void look_nameWithASpace_isAnEncodedAddress() throws IOException {
    write("a film.mov", "a");
    write("a film.mov.done", "");
    masters.put(address("a%20film.mov"), "e1");
    look(folders(Ready.DONE_FILE), 1);
    assertThat(submitted().get(0).master()).endsWith("/a%20film.mov");
  }

  @Test
  void look_removedFile_isForgottenLater() throws IOException {
    masters.put(address("other.mov"), "e3");
    WatchFolders folders = folders(Ready.DONE_FILE);
    for (String name : List.of("film.mov", "film.mov.done", "other.mov", "other.mov.done")) {
      write(name, "");
    }
    look(folders, 2);
    Files.delete(folder.resolve("film.mov"));
    look(folders, 0);
    assertThat(own.list("system/watch/drop/")).hasSize(2);
    clock.move(Duration.ofDays(2));
    look(folders, 0);
    assertThat(own.list("system/watch/drop/")).hasSize(1);
  }

  @Test
  void look_folderNotThere_fails() throws IOException {
    Files.delete(folder);
    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> folders(Ready.STABLE).look("drop"))
        .matches(e -> e.kind() == FailureKind.STORAGE_UNAVAILABLE);
  }

  @Test
  void look_sidecar_saysNameProfileAndPriority() throws IOException {
    WatchFolders folders = folders(Ready.SIDECAR);
    write("film.mov", "a");
    look(folders, 0);
    later();
    look(folders, 0);
    write(
        "film.mov.json",
        "{\"id\":\"film-1\",\"name\":\"The film\",\"priority\":\"express\",\"metadata\":{\"a\":\"b\"}}");
    later();
    look(folders, 0);
    later();
    look(folders, 1);
    TitleRequest request = submitted().get(0);
    assertThat(request.titleId()).isEqualTo("film-1");
    assertThat(request.name()).isEqualTo("The film");
    assertThat(request.lane()).isEqualTo(Lane.EXPRESS);
    assertThat(request.metadata()).isEqualTo(Map.of("a", "b"));
  }

  @Test
  void look_badSidecar_isToldOnceUntilItChanges() throws IOException {
    WatchFolders folders = folders(Ready.DONE_FILE);
    write("film.mov", "a");
    write("film.mov.done", "");
    write("film.mov.json", "{\"prio\":\"express\"}");
    look(folders, 0);
    look(folders, 0);
    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).message()).contains("film.mov in the watch folder 'drop'", "'prio'");
    assertThat(letters.get(0).payload()).isEqualTo("{\"prio\":\"express\"}");
    assertThat(submitted()).isEmpty();

    folders.lookAgain(letters.get(0).source());
    look(folders, 0);
    assertThat(letters).hasSize(2);

    write("film.mov.json", "{\"priority\":\"express\",\"name\":\"The film\"}");
    look(folders, 1);
    assertThat(submitted()).hasSize(1);
    assertThat(letters).hasSize(2);
  }

  @Test
  void look_sidecarThatNamesAnotherMaster_isRefused() throws IOException {
    write("film.mov", "a");
    write("film.mov.done", "");
    write("film.mov.json", "{\"tenant\":\"films\"}");
    look(folders(Ready.DONE_FILE), 0);
    assertThat(letters).hasSize(1);
    assertThat(submitted()).isEmpty();
  }

  @Test
  void look_kafkaAway_takesItLater() throws IOException {
    WatchFolders folders = folders(Ready.DONE_FILE);
    write("film.mov", "a");
    write("film.mov.done", "");
    sent.breakDown(true);
    assertThatExceptionOfType(ReelwayException.class).isThrownBy(() -> folders.look("drop"));
    sent.breakDown(false);
    look(folders, 1);
    assertThat(letters).isEmpty();
  }

  @Test
  void created_objectOfAFolder_isTakenAtOnceAndNotAgainByTheLook() {
    put("news/film.mov", "a");
    WatchFolders folders = bucketFolders();
    assertThat(created(folders, "drop", "news/film.mov")).isEmpty();
    assertThat(created(folders, "drop", "news/film.mov")).isEmpty();
    assertThat(submitted()).hasSize(1);
    later();
    look(folders, 0);
    later();
    look(folders, 0);
  }

  @Test
  void look_objectNobodyAnnounced_isFound() {
    put("news/film.mov", "a");
    WatchFolders folders = bucketFolders();
    look(folders, 0);
    later();
    look(folders, 1);
  }

  @Test
  void created_missingObjectOrUnknownPlace_isAProblem() {
    WatchFolders folders = bucketFolders();
    Problem gone = created(folders, "drop", "news/gone.mov").orElseThrow();
    assertThat(gone.kind()).isEqualTo(FailureKind.MASTER_NOT_FOUND);
    assertThat(created(folders, "drop", "films/film.mov").orElseThrow().message())
        .isEqualTo("No watch folder is configured for s3://drop/films/film.mov.");
    assertThat(created(folders, "other", "news/film.mov")).isPresent();
  }

  @Test
  void created_sidecarAndOtherFiles_areNoMasters() {
    WatchFolders folders = bucketFolders();
    for (String key : List.of("news/film.mov.json", "news/readme.txt", "news/.film.mov", "news/")) {
      assertThat(created(folders, "drop", key)).as(key).isEmpty();
    }
    assertThat(submitted()).isEmpty();
  }

  @Test
  void isMaster_hiddenOrUnfinished_isNot() {
    WatchFolder any = folder("drop", "s3://drop/news/", Ready.STABLE);
    for (String name : List.of("film.MOV", "a/b/film.mp4", "a b.mxf")) {
      assertThat(any.isMaster(name)).as(name).isTrue();
    }
    for (String name :
        List.of(
            ".film.mov",
            "a/.b/film.mov",
            "~film.mov",
            "film.mov~",
            "film.mov.part",
            "film.mov.tmp",
            "film.mov.crdownload",
            "film.mov.json",
            "film.mov.done",
            "film",
            "a//film.mov")) {
      assertThat(any.isMaster(name)).as(name).isFalse();
    }
  }

  @Test
  void of_foldersThatOverlap_areRefused() {
    WatchFolder outer = folder("a", "s3://drop/news", Ready.STABLE);
    WatchFolder inner = folder("b", "s3://drop/news/late", Ready.STABLE);
    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> watch(outer, inner))
        .withMessageContaining("overlap");
    assertThat(watch(outer, folder("b", "s3://drop/news-late", Ready.STABLE)).folders()).hasSize(2);
  }

  @Test
  void watchFolder_limits_areChecked() {
    assertThatIllegalArgumentException().isThrownBy(() -> folder("A", "s3://drop/", Ready.STABLE));
    assertThatIllegalArgumentException().isThrownBy(() -> folder("a", "drop/", Ready.STABLE));
    WatchFolder usual = new WatchFolder("a", "s3://drop", null, null, null, null, null, null, null);
    assertThat(usual.prefix()).isEmpty();
    assertThat(usual.bucket()).isEqualTo("drop");
    assertThat(usual.tenant()).isEqualTo("default");
    assertThat(usual.ready()).isEqualTo(Ready.STABLE);
    assertThat(usual.age()).isEqualTo(AGE);
  }

  private WatchFolders folders(Ready ready) {
    return watch(folder("drop", "file://" + folder, ready));
  }

  private WatchFolders bucketFolders() {
    return watch(folder("drop", "s3://drop/news/", Ready.STABLE));
  }

  private WatchFolders watch(WatchFolder... folders) {
    return WatchFolders.of(
        List.of(folders),
        own,
        name -> bucket,
        new Acceptance(own, masters, sent, clock),
        letters::add,
        clock);
  }

  private static WatchFolder folder(String name, String address, Ready ready) {
    return new WatchFolder(name, address, "news", null, null, ready, AGE, null, null);
  }

  private static Optional<Problem> created(WatchFolders folders, String inBucket, String key) {
    return folders.created(new NewObject(inBucket, key, "", -1, "", "", "/key"));
  }

  private void later() {
    clock.move(Duration.ofSeconds(31));
  }

  private static void look(WatchFolders folders, int expected) {
    assertThat(folders.look("drop")).isEqualTo(expected);
  }

  private List<TitleRequest> submitted() {
    return sent.sent().stream()
        .map(message -> ((TitleMessage.Submit) message.message()).request())
        .toList();
  }

  private String address(String name) {
    return "file://" + folder.resolve(name);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void put(String key, String text) {
    bucket.put(key, ObjectBody.ofText(text), PutOptions.forKey(key));
  }
}
