package dev.reelway.cli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.reelway.cli.program.Masters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Versions of a title: another track, another ladder, documents, and going back. */
@ExtendWith(PortalExtension.class)
class VersionsIT {

  private static final String OTHER_LADDER =
      """
      segmentSeconds: 2
      rungs:
        - {height: 180, preset: ultrafast, crf: 30, maxBitrate: 800k}
      """;

  @Test
  void version_withASubtitle_isAddedComparedAndTakenBack(Portal portal) throws Exception {
    portal.submit("grown", Masters.plain(portal.folder(), 3), "\"profile\": \"small\"");
    portal.awaitPhase("grown", "PUBLISHED");
    PortalWindow window = portal.window();
    window.open("/titles/grown/versions");
    addSubtitle(portal, window);
    window.awaitText("Version 2 is public");
    window.await(window.page().locator("h3").getByText("Version 2"));
    assertThat(portal.get("/api/v1/titles/grown/plan")).contains("\"text-deu-");
    window.open("/titles/grown");
    window.await(window.page().getByLabel("Subtitles"));

    portal.admin().putLadder("other", OTHER_LADDER);
    portal.admin().post("/api/v1/titles/grown/versions", "{\"profile\": \"other\"}");
    window.awaitText("Version 3 is public");
    window.open("/titles/grown/compare");
    window.awaitText("Both show frame 0");
    assertThat(sides(window)).allMatch(side -> side.contains("180p"));
    assertThat(sides(window).get(0)).startsWith("Version 2");
    assertThat(sides(window).get(1)).startsWith("Version 3");
    window.press(
        window
            .page()
            .getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Frame ▸"))));
    window.awaitText("Both show frame 1");

    window.open("/titles/grown/versions");
    window.pressAndConfirm("Make public");
    window.awaitText("Version 2 is public");
    assertThat(portal.admin().get("/api/v1/titles/grown").at("/published/version").asInt())
        .isEqualTo(2);
  }

  @Test
  void documents_opened_areThereWithoutAKey(Portal portal) throws Exception {
    portal.submit("told", "\"profile\": \"small\", \"name\": \"Told\"");
    portal.awaitPhase("told", "PUBLISHED");
    PortalWindow window = portal.window();
    window.open("/titles/told/versions");
    Page report = window.page().waitForPopup(() -> window.press(window.button("Report")));
    report.waitForURL("**/report.html*");
    report.getByRole(AriaRole.HEADING).first().waitFor();
    assertThat(report.title()).contains("Told");
    Page data = window.page().waitForPopup(() -> window.press(window.button("Report as JSON")));
    data.waitForURL("**/report*");
    assertThat(data.locator("body").innerText()).contains("\"version\"");
    for (String kind : List.of("HLS", "DASH")) {
      boolean isHls = kind.equals("HLS");
      Download manifest = window.page().waitForDownload(() -> window.press(window.button(kind)));
      assertThat(manifest.suggestedFilename()).isEqualTo("told-1." + (isHls ? "m3u8" : "mpd"));
      assertThat(Files.readString(manifest.path())).contains(isHls ? "#EXTM3U" : "<MPD");
    }
    assertThat(window.path()).isEqualTo("/titles/told/versions");
  }

  private static void addSubtitle(Portal portal, PortalWindow window) throws IOException {
    Path text =
        Files.writeString(
            portal.folder().resolve("more.srt"), "1\n00:00:00,000 --> 00:00:02,000\nMehr\n");
    window.press(window.button("Add a language or subtitle"));
    window.choose(-1, text);
    window.page().getByLabel("Language", new Page.GetByLabelOptions().setExact(true)).fill("de");
    window.press(window.button("Upload and add"));
    window.awaitText("A new version with the track is on its way.");
  }

  private static List<String> sides(PortalWindow window) {
    return Stream.of("Left", "Right")
        .map(side -> window.page().locator("label:has-text('" + side + "') select"))
        .map(select -> (String) select.evaluate("select => select.selectedOptions[0].textContent"))
        .toList();
  }
}
