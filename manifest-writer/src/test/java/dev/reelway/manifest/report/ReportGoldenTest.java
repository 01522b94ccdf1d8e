package dev.reelway.manifest.report;

import dev.reelway.manifest.Golden;
import dev.reelway.manifest.report.VersionReport.Moment;
import dev.reelway.platform.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ReportGoldenTest {

  private static final VersionReport FILM = ReportMaker.report(SampleReports.film("A film"));

  @Test
  void report_ofAFilm_isAsLookedAt() throws IOException {
    String json = new String(Json.writePretty(FILM), StandardCharsets.UTF_8);
    Golden.check("report/film.json", json);
  }

  @Test
  void page_ofAFilm_isAsLookedAt() throws IOException {
    Map<Moment, byte[]> stills =
        FILM.worst().stream()
            .collect(
                Collectors.toMap(
                    moment -> moment, moment -> new byte[] {(byte) 0xFF, (byte) 0xD8}));
    Golden.check("report/film.html", ReportPage.of(FILM, stills));
  }
}
