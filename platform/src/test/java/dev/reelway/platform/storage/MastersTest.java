package dev.reelway.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.platform.config.StorageConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are masters, and which only look like one. */
final class MastersTest {

  @TempDir Path root;
  private final StorageConfig ours = S3Server.newBucket();
  private final StorageConfig allowed = S3Server.newBucket();
  private final StorageConfig foreign = S3Server.newBucket();
  private Path folder;
  private Masters masters;

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectories(root.resolve("masters"));
    masters = Masters.allowedBy(ours.withMasters(List.of(allowed.bucket()), List.of(folder)));
  }

  @AfterEach
  void close() {
    masters.close();
  }

  @Test
  void open_objectOfAllowedBucket_isRead() throws IOException {
    String address = put(allowed, "in/my film+100%.mp4");
    assertThat(masters.head(address).sizeBytes()).isEqualTo(8);
    assertThat(text(masters.open(address, masters.head(address).etag()))).isEqualTo("a master");
  }

  @Test
  void open_uploadInOurBucket_isRead() throws IOException {
    assertThat(text(masters.open(put(ours, "masters/t/upload")))).isEqualTo("a master");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"system/keys/a.json", "jobs/t/1/plan.json", "work/chunks/a.mp4", "titles/t/a"})
  void open_otherObjectOfOurs_isRefused(String key) {
    assertRefused(put(ours, key));
  }

  @Test
  void open_objectOfAnotherBucket_isRefused() {
    assertRefused(put(foreign, "in/film.mp4"));
  }

  @Test
  void files_ofAnUpload_areNamedAsTheyWere() {
    TitleRequest stored =
        new TitleRequest(
            TitleRequest.SCHEMA,
            "t",
            "default",
            "Title",
            "s3://ours/masters/t/0af3",
            "",
            "default",
            "",
            Lane.STANDARD,
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            SourceOptions.STRICT,
            Map.of(),
            "key-1",
            "2026-01-01T00:00:00Z");
    assertThat(masters.files(stored).name(0)).isEqualTo("0af3");
    assertThat(masters.files(stored.uploadedFrom(Optional.of("film.mov"))).name(0))
        .isEqualTo("film.mov");
  }

  @Test
  void open_replacedSinceSubmitted_saysSo() {
    String address = put(allowed, "film.mp4");
    String etag = masters.head(address).etag();
    ObjectStores.open(allowed)
        .put("film.mp4", ObjectBody.ofText("another"), PutOptions.forKey("film.mp4"));
    assertThatThrownBy(() -> masters.open(address, etag))
        .isInstanceOfSatisfying(
            ReelwayException.class,
            e -> assertThat(e.kind()).isEqualTo(FailureKind.MASTER_CHANGED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"s3://", "s3://bucket", "s3://bucket/", "s3:///key", "film.mp4", "http://a/b", ""})
  void open_notAnAddress_isRefused(String address) {
    assertRefused(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/../b", "nothing/here.mp4", "a//b", "/a"})
  void open_keyThatCannotBeOrIsNotThere_isRefused(String key) {
    assertRefused("s3://" + allowed.bucket() + "/" + key);
  }

  @Test
  void open_fileBelowAllowedFolder_isRead() throws IOException {
    Path file = Files.writeString(folder.resolve("my film.mp4"), "a master");
    String address = file.toUri().toString();
    assertThat(text(masters.open(address, masters.head(address).etag()))).isEqualTo("a master");
  }

  @Test
  void open_fileThatChanged_saysSo() throws IOException {
    Path file = Files.writeString(folder.resolve("film.mp4"), "a master");
    String etag = masters.head(file.toUri().toString()).etag();
    Files.writeString(file, "another");
    assertThatThrownBy(() -> masters.open(file.toUri().toString(), etag))
        .hasMessageContaining("was replaced after it was submitted");
  }

  @Test
  void open_fileOutside_isRefused() throws IOException {
    Path secret = Files.writeString(root.resolve("secret"), "x");
    Path beside = Files.createDirectories(root.resolve("masters-of-others"));
    assertRefused(secret.toUri().toString());
    assertRefused(Files.writeString(beside.resolve("a"), "x").toUri().toString());
    assertRefused("file://" + folder + "/../secret");
    assertRefused("file://" + folder + "/%2e%2e/secret");
    assertRefused("file:///etc/passwd");
    assertRefused("file://host/etc/passwd");
  }

  @Test
  void open_linkThatLeadsOutside_isRefused() throws IOException {
    Path secret = Files.writeString(root.resolve("secret"), "x");
    Path link = Files.createSymbolicLink(folder.resolve("link.mp4"), secret);
    Path folderLink = Files.createSymbolicLink(folder.resolve("folder"), root);
    assertRefused(link.toUri().toString());
    assertRefused(folderLink.resolve("secret").toUri().toString());
  }

  @Test
  void open_missingFile_tellsOnlyThoseInside() {
    assertThatThrownBy(() -> masters.open(folder.resolve("none").toUri().toString()))
        .hasMessageContaining("There is no file");
    assertThatThrownBy(() -> masters.open(root.resolve("none").toUri().toString()))
        .hasMessageContaining("may not be taken");
  }

  @Test
  void open_folder_isRefused() {
    assertRefused(folder.toUri().toString());
  }

  @Test
  void open_anywhere_isReadAsTheUserMay() throws IOException {
    Path file = Files.writeString(root.resolve("film.mp4"), "a master");
    try (Masters anywhere = Masters.anywhere(ours)) {
      assertThat(text(anywhere.open(file.toUri().toString()))).isEqualTo("a master");
      assertThat(text(anywhere.open(put(foreign, "film.mp4")))).isEqualTo("a master");
    }
  }

  private static String put(StorageConfig config, String key) {
    try (ObjectStore store = ObjectStores.open(config)) {
      store.put(key, ObjectBody.ofText("a master"), PutOptions.forKey(key));
    }
    return "s3://" + config.bucket() + "/" + key;
  }

  private static String text(MasterBytes master) throws IOException {
    try (master) {
      ByteBuffer bytes = ByteBuffer.allocate((int) master.sizeBytes());
      master.read(0, bytes);
      return new String(bytes.array(), StandardCharsets.UTF_8);
    }
  }

  private void assertRefused(String address) {
    assertThatThrownBy(() -> masters.open(address))
        .isInstanceOfSatisfying(
            ReelwayException.class,
            e -> assertThat(e.kind()).isEqualTo(FailureKind.MASTER_NOT_FOUND));
  }
}
