package dev.reelway.manifest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.platform.json.Json;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

final class ReportPageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' style='background:url(https://example.com/)",
        "</title><script>alert(1)</script>",
        "</style><script>alert(1)</script>",
        "a & b &lt; c",
        "\u0000\u0007\u202E\uD800"
      })
  void page_ofHostileNames_isTheSamePageWithOtherWords(String name) throws Exception {
    VersionReport hostile = ReportMaker.report(SampleReports.film(name));
    VersionReport plain = ReportMaker.report(SampleReports.film("plain"));

    Document page = parse(ReportPage.of(hostile, Map.of()));

    assertThat(shape(page)).isEqualTo(shape(parse(ReportPage.of(plain, Map.of()))));
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    if (name.chars().noneMatch(Character::isISOControl)) {
      assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo(name);
    }
  }

  @Test
  void page_ofAnything_namesNoOtherHost() {
    String page = ReportPage.of(ReportMaker.report(SampleReports.film("film")), Map.of());
    assertThat(page).doesNotContain("http:").doesNotContain("https:").doesNotContain("src=");
    assertThat(page).contains("default-src &#39;none&#39;");
  }

  @Test
  void page_withoutPictureAndScores_leavesTheirSectionsOut() {
    VersionReport film = ReportMaker.report(SampleReports.film("film"));
    VersionReport sound =
        Json.read(
            Pattern.compile("\"(video|worst)\":\\[.*?\\](?=,\"(sound|checks)\")", Pattern.DOTALL)
                .matcher(new String(Json.write(film), StandardCharsets.UTF_8))
                .replaceAll("\"$1\":[]")
                .getBytes(StandardCharsets.UTF_8),
            VersionReport.class,
            "report");
    String page = ReportPage.of(sound, Map.of());
    assertThat(page).contains("Sound").doesNotContain("ladder").doesNotContain("weakest");
  }

  /** Behind its first line the page is XML, too. */
  private static Document parse(String page) throws Exception {
    String xml = page.replace("<!DOCTYPE html>\n", "");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  /** All elements, without their words. */
  private static String shape(Document page) {
    StringBuilder names = new StringBuilder();
    var all = page.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      names.append(all.item(i).getNodeName()).append(all.item(i).getAttributes().getLength());
      names.append(' ');
    }
    return names.toString();
  }
}
