package dev.reelway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.storage.StorageLayout;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrackUrisTest {

  @Test
  void uris_ofBothBases_leadToTheKeysOfTheLayout() {
    for (StorageLayout layout : List.of(StorageLayout.ofTitle("t"), StorageLayout.ofFolder())) {
      assertLeads(layout.publicHlsKey(), TrackUris.fromPublic(layout), layout);
      assertLeads(layout.versionDashKey(12), TrackUris.fromVersion(layout), layout);
    }
  }

  private static void assertLeads(String manifestKey, TrackUris uris, StorageLayout layout) {
    URI manifest = URI.create("http://cdn/" + manifestKey);
    assertThat(manifest.resolve(uris.mediaPlaylist("v1")))
        .hasToString("http://cdn/" + layout.mediaPlaylistKey("v1"));
    assertThat(manifest.resolve(uris.init("v1"))).hasToString("http://cdn/" + layout.initKey("v1"));
    String name = uris.segmentTemplate("v1").replace("$Number%05d$", "00007");
    assertThat(manifest.resolve(name)).hasToString("http://cdn/" + layout.segmentKey("v1", 7));
  }
}
