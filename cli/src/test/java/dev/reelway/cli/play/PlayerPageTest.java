package dev.reelway.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayerPageTest {

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) throws IOException {
    served = Served.titleIn(folder);
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void get_root_leadsToThePage() throws Exception {
    HttpResponse<String> response = served.get("");

    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Location")).hasValue("/-/player/");
  }

  @Test
  void get_page_allowsOnlyOurOwnScripts() throws Exception {
    HttpResponse<String> response = served.get("-/player/");

    assertThat(response.body()).contains("<video");
    assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe", "http");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "style.css",
        "main.js",
        "icon.svg",
        "vendor/hls.min.js",
        "vendor/hls.worker.js",
        "vendor/dash.all.min.js",
        "vendor/shaka-player.compiled.js",
      })
  void get_whatThePageLoads_isThere(String name) throws Exception {
    HttpResponse<String> response = served.get("-/player/" + name);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isNotEmpty();
  }

  @Test
  void get_licences_namesEveryPlayer() throws Exception {
    assertThat(served.get("-/player/vendor/third-party-licences.txt").body())
        .contains("hls.js", "Apache", "dashjs", "BSD-3-Clause", "shaka-player");
  }

  @Test
  void get_title_listsManifestsThatAPlayerCanStartFrom() throws Exception {
    assertThat(served.get("-/player/title.json").body())
        .isEqualTo(
            "{\"name\":\"title\",\"manifests\":[\"index.m3u8\",\"index.mpd\"],\"storyboard\":\"\"}");
  }
}
