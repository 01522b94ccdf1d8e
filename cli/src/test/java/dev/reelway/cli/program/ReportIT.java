package dev.reelway.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.reelway.cli.play.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report of the sample as the program wrote it. */
class ReportIT {

  private static Path version;

  @BeforeAll
  static void encode() throws Exception {
    version = Titles.sample().resolve("versions/1");
  }

  @Test
  void report_ofTheSample_isAsTheSchemaSays() throws IOException {
    String schema = Files.readString(Path.of("../docs/schema/report-v1.schema.json"));

    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(Files.readString(version.resolve("report.json")), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void report_ofTheSample_tellsEverything() throws IOException {
    JsonNode report = new ObjectMapper().readTree(version.resolve("report.json").toFile());

    assertThat(report.path("title").asText()).isEqualTo("sintel-trailer-720p24.mp4");
    assertThat(report.path("video")).hasSize(3);
    for (JsonNode rung : report.path("video")) {
      assertThat(rung.path("bitrate").path("values"))
          .hasSize(report.path("structure").path("segments").asInt());
      assertThat(rung.path("scores").path("values")).hasSizeGreaterThan(20);
      assertThat(rung.path("xpsnr").asDouble()).isBetween(25.0, 50.0);
    }
    assertThat(report.path("sound").get(0).has("loudness")).isTrue();
    assertThat(report.path("worst")).hasSize(5);
    assertThat(report.path("stages"))
        .extracting(stage -> stage.path("name").asText())
        .containsExactly("Inspect", "Plan", "Encode", "Package", "Publish");
    assertThat(report.path("stages").get(2).path("cpuSeconds").asDouble()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void page_inABrowser_fitsAndNeedsNothingElse(int width) throws IOException {
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.openPage();
      List<String> complaints = new ArrayList<>();
      List<String> requests = new ArrayList<>();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.onRequest(request -> requests.add(request.url().split(":", 2)[0]));
      page.setViewportSize(width, 800);

      page.navigate(version.resolve("report.html").toUri().toString());

      assertThat(page.locator("h1").textContent()).isEqualTo("sintel-trailer-720p24.mp4");
      assertThat(page.locator(".moment .pair").count()).isEqualTo(5);
      assertThat(page.locator("svg.chart:visible").count()).isEqualTo(5);
      assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as("no scrolling to the side")
          .isTrue();
      assertThat(complaints).isEmpty();
      assertThat(requests).isSubsetOf("file", "data");
    }
  }
}
