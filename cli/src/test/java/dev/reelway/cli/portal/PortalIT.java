package dev.reelway.cli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.reelway.cli.fleet.UpApi;
import dev.reelway.cli.fleet.UpProgram;
import dev.reelway.cli.play.Chromium;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do in the portal all day, in a browser, on an installation of their own. */
class PortalIT {

  @TempDir private static Path shared;
  private static UpProgram up;
  private static UpApi admin;
  private static Chromium chromium;

  private PortalWindow window;

  @BeforeAll
  static void start() throws Exception {
    up = UpProgram.start(shared);
    admin = UpApi.admin(up);
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (up != null) {
      up.close();
    }
  }

  @BeforeEach
  void openWindow() {
    window = new PortalWindow(chromium.openPage(), URI.create(up.api()));
  }

  @AfterEach
  void closeWindow() {
    assertThat(window.complaints()).as("what script, policy or page complained about").isEmpty();
    window.close();
  }

  @Test
  void ladder_changedInForm_isSavedWithItsComments() throws Exception {
    window.signIn(admin.key());
    window.open("/ladders/default");
    Page page = window.page();
    page.getByLabel("CRF of rung 2").fill("77");
    window.awaitText("1 problem");
    page.getByLabel("CRF of rung 2").fill("21.5");
    window.awaitText("No problems");
    page.getByLabel("Save as").fill("house");
    window.button("Save").click();
    window.awaitHeading("house");

    String saved = admin.send("GET", "/api/v1/profiles/house", new byte[0]).body();
    assertThat(saved)
        .contains("crf: 21.5", "# tablets and laptops")
        .isEqualTo(
            admin
                .send("GET", "/api/v1/profiles/default", new byte[0])
                .body()
                .replace("720          # tablets and laptops\n    preset: fast\n    crf: 22", "720          # tablets and laptops\n    preset: fast\n    crf: 21.5"));
  }

  @Test
  void operations_fleetOfOne_isShown() {
    window.signIn(admin.key());
    window.open("/operations/workers");
    PortalWindow.await(
        window.page().getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("Encode")).first());
    assertThat(Axe.findings(window.page())).isEmpty();
  }
}
