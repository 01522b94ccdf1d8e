package dev.reelway.manifest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.manifest.publish.FailingObjectStore;
import dev.reelway.platform.storage.MemoryObjectStore;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import dev.reelway.platform.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReportsTest {

  private static final StorageLayout LAYOUT = StorageLayout.ofTitle("t");

  private final ObjectStore store = new MemoryObjectStore();

  @Test
  void write_aVersion_leavesBothForms() {
    assertThat(new Reports(store, LAYOUT).write(SampleReports.film("film")))
        .contains("titles/t/versions/3/report.html");
    assertThat(text("titles/t/versions/3/report.json")).contains("\"title\" : \"film\"");
    assertThat(text("titles/t/versions/3/report.html")).startsWith("<!DOCTYPE html>");
  }

  @Test
  void write_again_keepsTheFirst() {
    Reports reports = new Reports(store, LAYOUT);
    reports.write(SampleReports.film("first"));
    String json = text(LAYOUT.versionReportKey(3));
    String page = text(LAYOUT.versionReportPageKey(3));

    reports.write(SampleReports.film("second"));

    assertThat(text(LAYOUT.versionReportKey(3))).isEqualTo(json);
    assertThat(text(LAYOUT.versionReportPageKey(3))).isEqualTo(page);
  }

  @Test
  void write_killedBetweenTheForms_showsTheFirstOnThePage() {
    Reports reports = new Reports(store, LAYOUT);
    reports.write(SampleReports.film("first"));
    store.delete(LAYOUT.versionReportPageKey(3));

    reports.write(SampleReports.film("second"));

    assertThat(text(LAYOUT.versionReportPageKey(3))).contains("<h1 dir=\"auto\">first</h1>");
  }

  @Test
  void write_withStills_putsThoseThatAreThereIntoThePage() {
    byte[] picture = {1, 2, 3};
    for (String key : List.of("work/chunks/00-0.jpg", "work/chunks/02-0.jpg")) {
      store.put(key, ObjectBody.ofBytes(picture), PutOptions.forKey(key));
    }
    new Reports(store, LAYOUT).write(SampleReports.film("film"));
    assertThat(text(LAYOUT.versionReportPageKey(3)))
        .containsOnlyOnce("data:image/jpeg;base64,AQID");
  }

  @Test
  void write_toAStoreThatFails_isSilent() {
    ObjectStore failing = new FailingObjectStore(store, 0, false);
    assertThat(new Reports(failing, LAYOUT).write(SampleReports.film("film")))
        .isEqualTo(Optional.empty());
  }

  private String text(String key) {
    try (StoredObject object = store.get(key).orElseThrow()) {
      return new String(object.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
