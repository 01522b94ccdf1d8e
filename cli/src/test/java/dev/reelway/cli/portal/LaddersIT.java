package dev.reelway.cli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.reelway.cli.program.Masters;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ladders in the browser. */
@ExtendWith(PortalExtension.class)
class LaddersIT {

  @Test
  void ladder_changedInForm_isSavedWithItsComments(Portal portal) throws Exception {
    PortalWindow window = portal.window();
    window.open("/ladders/default");
    Page page = window.page();
    page.getByLabel("CRF of rung 2").fill("77");
    window.awaitText("1 problem");
    page.getByLabel("CRF of rung 2").fill("21.5");
    window.awaitText("No problems");
    page.getByLabel("Save as").fill("house");
    window.press(window.button("Save"));
    window.awaitHeading("house");

    String before = portal.get("/api/v1/profiles/default");
    int second = before.indexOf("crf: 22", before.indexOf("height: 720"));
    assertThat(portal.get("/api/v1/profiles/house"))
        .isEqualTo(before.substring(0, second) + "crf: 21.5" + before.substring(second + 7));
  }

  @Test
  void ladder_triedOnATitle_tellsRatesAndQuality(Portal portal) throws Exception {
    PortalWindow window = portal.window();
    portal.submit("tried", Masters.plain(portal.folder(), 4), "\"start\": \"manual\"");
    portal.awaitPhase("tried", "AWAITING_START");
    window.open("/ladders/small");
    window.awaitText("No problems");
    window
        .page()
        .getByLabel("Title", new Page.GetByLabelOptions().setExact(true))
        .selectOption("tried");
    window.press(window.button("Try"));
    window.await(window.page().getByText(Pattern.compile("^[0-9.]+ dB$")));
    window.await(window.page().getByText("CRF 40, ultrafast"));
  }
}
