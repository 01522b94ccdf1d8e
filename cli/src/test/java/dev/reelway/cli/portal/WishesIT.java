package dev.reelway.cli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people wish of a title, in the browser. */
@ExtendWith(PortalExtension.class)
class WishesIT {

  @Test
  void title_cancelledAndRetried_isPublished(Portal portal) throws Exception {
    PortalWindow window = portal.window();
    portal.submit("again", "\"start\": \"manual\"");
    window.open("/titles/again");
    window.awaitText("Waits for start");
    window.pressAndConfirm("Cancel title");
    window.awaitText("Cancelled");
    window.pressAndConfirm("Try again");
    window.awaitText("Published");
    window.awaitText("Version 1 is public");
  }

  @Test
  void title_givenADate_waitsForItAndIsTakenOff(Portal portal) throws Exception {
    portal.submit("dated", "\"profile\": \"small\", \"publish\": \"manual\"");
    portal.awaitPhase("dated", "AWAITING_PUBLISH");
    PortalWindow window = portal.window();
    window.open("/titles/dated");
    window.press(window.button("Publish …"));
    exactly(window, "Publish at").fill("2040-01-02T20:15");
    exactly(window, "Take off at").fill("2041-01-02T20:15");
    window.press(window.button("Save the dates"));
    window.awaitText("The dates are saved.");
    awaitDate(portal, "publishAt", instant("2040-01-02T20:15"));
    awaitDate(portal, "unpublishAt", instant("2041-01-02T20:15"));
    window.awaitText("Ready to publish");
    assertThat(index(portal)).doesNotExist();

    window.press(window.button("Publish …"));
    window.press(window.button("Publish now"));
    window.awaitText("Version 1 is public");
    assertThat(index(portal)).exists();

    window.choose("More actions", "Dates …");
    window.press(window.button("No date for: Take off at"));
    window.press(window.button("Save the dates"));
    awaitDate(portal, "unpublishAt", "");

    window.choose("More actions", "Take off");
    window.press(window.page().getByRole(AriaRole.DIALOG).getByText("Take off").last());
    window.awaitText("Unpublished");
    assertThat(index(portal)).doesNotExist();
    window.press(window.button("Publish …"));
    window.press(window.button("Publish now"));
    portal.awaitPhase("dated", "PUBLISHED");
    assertThat(index(portal)).exists();
  }

  private static Locator exactly(PortalWindow window, String label) {
    return window.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private static Path index(Portal portal) {
    return portal.installation().up().title("dated").resolve("index.m3u8");
  }

  /** An instant as the viewer's clock shows it. */
  private static String instant(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.systemDefault()).toInstant().toString();
  }

  private static void awaitDate(Portal portal, String name, String wanted) {
    portal.await(
        name + " is " + wanted,
        () -> portal.read("/api/v1/titles/dated").path(name).asText().equals(wanted));
  }
}
