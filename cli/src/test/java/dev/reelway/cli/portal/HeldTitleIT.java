package dev.reelway.cli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A title whose files are damaged between packaging and publishing. */
@ExtendWith(PortalExtension.class)
class HeldTitleIT {

  @Test
  void held_triedAgain_isMended(Portal portal) throws Exception {
    PortalWindow window = hold(portal, "mended");
    window.pressAndConfirm("Try again");
    window.awaitText("Version 1 is public");
    window.open("/titles/mended/quality");
    window.awaitText("The check of the whole package passed.");
  }

  @Test
  void held_publishedByForce_isPublicAndItsReportSaysSo(Portal portal) throws Exception {
    PortalWindow editor = portal.openAs("editor");
    PortalWindow window = hold(portal, "forced");
    editor.open("/titles/forced");
    editor.awaitText("Made, but not published");
    editor.press(editor.button("More actions"));
    editor.await(editor.page().getByRole(AriaRole.MENUITEM));
    assertThat(editor.page().getByText("Publish all the same").count()).isZero();
    assertThat(editor.statusOf("DELETE", "/api/v1/titles/forced")).isEqualTo(403);

    window.choose("More actions", "Publish all the same …");
    window.awaitHeading("Publish it although it was refused?");
    window.press(window.page().getByRole(AriaRole.DIALOG).getByText("Publish all the same …"));
    window.awaitText("Version 1 is public");
    window.open("/titles/forced/quality");
    window.awaitText("The check of the whole package refused it; it was published all the same.");
  }

  /** A title that is held, in an admin's window. */
  private static PortalWindow hold(Portal portal, String id) throws Exception {
    portal.submit(id, "\"profile\": \"small\", \"publish\": \"manual\"");
    portal.awaitPhase(id, "AWAITING_PUBLISH");
    Path file = Damage.ofSegment(portal.installation().up().title(id));

    PortalWindow window = portal.window();
    window.open("/titles/" + id);
    window.awaitText("Ready to publish");
    publish(window);
    window.awaitText("Made, but not published");
    window.await(window.page().getByText("GATE_OBJECT_UNCHANGED"));
    window.await(
        window.page().getByText(file.getParent().getFileName() + "/" + file.getFileName()));
    assertThat(portal.installation().up().title(id).resolve("index.m3u8")).doesNotExist();
    return window;
  }

  private static void publish(PortalWindow window) {
    window.press(window.button("Publish …"));
    window.press(window.button("Publish now"));
  }
}
