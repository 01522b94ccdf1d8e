package dev.reelway.contracts.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class StorageLayoutTest {

  static List<StorageLayout> layouts() {
    return List.of(StorageLayout.ofTitle("t1"), StorageLayout.ofFolder());
  }

  private static List<String> keys(StorageLayout layout) {
    return List.of(
        layout.chunkKey("ab"),
        layout.initKey("v1"),
        layout.segmentKey("v1", 1),
        layout.segmentKey("v1", 100_000),
        layout.mediaPlaylistKey("v1"),
        layout.versionHlsKey(1),
        layout.versionDashKey(12),
        layout.versionPlanKey(12),
        layout.publicHlsKey(),
        layout.publicDashKey());
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void keys_ofALayout_areNeverFoldersOfEachOther(StorageLayout layout) {
    List<String> keys = keys(layout);
    assertThat(keys).doesNotHaveDuplicates();
    for (String key : keys) {
      assertThat(keys).noneMatch(other -> other.startsWith(key + "/"));
      assertThat(key).doesNotStartWith("/").doesNotEndWith("/").doesNotContain("//");
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void keys_ofTheTitle_lieUnderItsPrefixAndWorkDoesNot(StorageLayout layout) {
    keys(layout).stream()
        .filter(key -> !key.startsWith(layout.workPrefix()))
        .forEach(key -> assertThat(key).startsWith(layout.titlePrefix()));
    assertThat(layout.chunkKey("ab")).startsWith(layout.workPrefix());
  }

  @Test
  void segmentName_anyNumber_fillsTheTemplate() {
    assertThat(StorageLayout.segmentName(1)).isEqualTo("segment-00001.m4s");
    assertThat(StorageLayout.segmentName(123_456)).isEqualTo("segment-123456.m4s");
    assertThat(StorageLayout.SEGMENT_TEMPLATE).isEqualTo("segment-$Number%05d$.m4s");
  }

  @Test
  void ofTitle_knownNames_buildsTheDocumentedKeys() {
    StorageLayout layout = StorageLayout.ofTitle("t1");
    assertThat(layout.chunkKey("ab")).isEqualTo("work/chunks/ab.mp4");
    assertThat(layout.segmentKey("v1", 7)).isEqualTo("titles/t1/tracks/v1/segment-00007.m4s");
    assertThat(layout.versionPrefix(3)).isEqualTo("titles/t1/versions/3/");
    assertThat(layout.publicHlsKey()).isEqualTo("titles/t1/index.m3u8");
  }

  @Test
  void ofFolder_publicManifests_lieAtItsRoot() {
    assertThat(StorageLayout.ofFolder().publicHlsKey()).isEqualTo("index.m3u8");
    assertThat(StorageLayout.ofFolder().publicDashKey()).isEqualTo("index.mpd");
  }
}
