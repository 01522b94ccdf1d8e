package dev.reelway.cli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.cli.program.Masters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Uploads over a line that breaks. */
@ExtendWith(PortalExtension.class)
class UploadIT {

  /** Would tell on itself were it ever more than text. */
  private static final String SCRIPT = "<img src=x onerror=alert(1)>";

  private static final String SUBTITLE = "1\n00:00:00,000 --> 00:00:00,400\nWaves\n";

  private static final String FILE_NAME = "waves & <svg onload=alert(2)>.mp4";

  /** Large for its four seconds, so that its upload takes many packets. */
  private static final String LARGE_MASTER =
      "-f lavfi -i testsrc2=size=320x180:rate=25,noise=alls=40:allf=t "
          + "-f lavfi -i sine=frequency=440:sample_rate=48000 -t 4 "
          + "-c:v libx264 -preset ultrafast -qp 0 -pix_fmt yuv420p -c:a aac";

  @Test
  void upload_lineBreaksAndPageIsReloaded_goesOnUntilTheTitlePlays(Portal portal) throws Exception {
    Path made = Masters.make(portal.folder(), "large.mp4", LARGE_MASTER);
    Path master = Files.move(made, portal.folder().resolve(FILE_NAME));
    PortalWindow window = portal.window();
    window.open("/upload");
    window.choose(0, master);
    window.page().getByLabel("Name of " + FILE_NAME).fill("Waves " + SCRIPT);
    window.page().getByLabel("Ladder").first().selectOption("small");
    portal.line().breakAfter(1_000_000);
    window.press(window.button("Upload 1 file"));
    window.awaitText("Connection lost");
    window.await(
        window.page().getByText(Pattern.compile("^Tried again in [34] s"))); // not the first try

    portal.line().breakAfter(1_000_000);
    window.press(window.button("Try now"));
    portal.await("the line broke again", portal.line()::isBroken);
    window.awaitText("Connection lost");

    portal.line().swallowAfter(1_000_000);
    window.press(window.button("Try now"));
    portal.await("the line swallowed the upload", portal.line()::hasSwallowed);
    window.page().reload();
    window.awaitText("Interrupted");
    window.choose(-1, master);

    window.awaitText("Waits for start");
    window.awaitText("What the file holds");
    window.awaitText("180p");
    window.press(window.button("Start"));
    window.awaitText("Published");
    window.press(window.link("Play"));
    window.awaitHeading("Waves " + SCRIPT);
    window.awaitVideo("video.currentTime > 0"); // without another click
    window.page().navigate(window.page().url().replace("?play", ""));
    playToTheEnd(window, 96);
    window.page().reload();
    playToTheEnd(window, 180);
  }

  @Test
  void folder_dropped_joinsSubtitlesToTheirVideo(Portal portal) throws Exception {
    Path folder = Files.createDirectories(portal.folder().resolve("dropped/season/one"));
    Files.copy(Portal.TINY, folder.resolve("pilot.mp4"));
    Files.writeString(folder.resolve("pilot.de.sdh.srt"), SUBTITLE);
    Files.writeString(folder.resolve(".DS_Store"), "noise");
    Files.copy(Portal.TINY, folder.resolveSibling("extra.mp4"));
    PortalWindow window = portal.window();
    window.open("/titles");
    window.awaitHeading("Titles");
    window.drop(folder.getParent());

    window.awaitText("2 files ready");
    window.page().getByLabel("Ladder").first().selectOption("small");
    window.press(window.button("Upload 2 files"));
    portal.await(
        "both are titles",
        () ->
            portal.count("/api/v1/titles?query=pilot") == 1
                && portal.count("/api/v1/titles?query=extra") == 1);
    String id = portal.admin().get("/api/v1/titles?query=pilot").at("/titles/0/titleId").asText();
    portal.awaitPhase(id, "AWAITING_START");
    JsonNode text = portal.admin().get("/api/v1/titles/" + id + "/plan").at("/inspection/text/0");
    assertThat(text.toString()).contains("\"deu\"").containsIgnoringCase("sdh");
  }

  private static void playToTheEnd(PortalWindow window, int height) {
    window.awaitVideo("video.readyState >= 2");
    window.page().getByLabel("Rung").selectOption(window.optionWith(height + "p"));
    window.page().evaluate("document.querySelector('video').muted = true");
    window.press(window.button("Play"));
    window.awaitVideo("video.ended && video.videoHeight === " + height);
  }
}
