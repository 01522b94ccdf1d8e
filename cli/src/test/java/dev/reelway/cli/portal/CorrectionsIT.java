package dev.reelway.cli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.reelway.cli.program.Masters;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A title that is put right before it starts, and whose chunks lead to the player. */
@ExtendWith(PortalExtension.class)
class CorrectionsIT {

  private static final String WRONG_LANGUAGE =
      "-f lavfi -i testsrc2=size=320x180:rate=25 -f lavfi -i sine=frequency=440:sample_rate=48000"
          + " -metadata:s:a:0 language=eng -t 4 -c:v libx264 -preset ultrafast -g 50"
          + " -pix_fmt yuv420p -c:a aac";

  @Test
  void title_correctedBeforeItsStart_isMadeSoAndItsChunksLeadToThePlayer(Portal portal)
      throws Exception {
    Path master = Masters.make(portal.folder(), "corrected.mp4", WRONG_LANGUAGE);
    portal.submit("corrected", master, "\"profile\": \"small\", \"start\": \"manual\"");
    portal.awaitPhase("corrected", "AWAITING_START");
    PortalWindow window = portal.window();
    window.open("/titles/corrected/master");
    window.press(window.button("Correct …"));
    label(window, "Language of Sound, stream 1").fill("fr");
    label(window, "Name").fill("Mended");
    assertThat(Axe.findings(window.page())).isEmpty();
    window.press(window.button("Save and plan again"));
    window.awaitHeading("Mended");
    portal.awaitPhase("corrected", "AWAITING_START");
    window.press(window.button("Start"));
    window.press(window.page().getByRole(AriaRole.DIALOG).getByText("Start").last());
    portal.awaitPhase("corrected", "PUBLISHED");
    assertThat(portal.read("/api/v1/titles/corrected/report").at("/sound/0/language").asText())
        .isEqualTo("fr");

    window.open("/titles/corrected/work");
    Locator map = window.page().getByRole(AriaRole.APPLICATION);
    map.press("ArrowDown");
    map.press("ArrowDown");
    map.press("Enter");
    window.awaitVideo("video.readyState >= 2 && video.videoHeight === 96");
    assertThat(window.path()).isEqualTo("/titles/corrected");
    assertThat(label(window, "Rung").inputValue()).contains("96");
  }

  private static Locator label(PortalWindow window, String label) {
    return window.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }
}
