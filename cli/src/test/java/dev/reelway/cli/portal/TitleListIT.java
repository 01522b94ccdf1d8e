package dev.reelway.cli.portal;

import static com.microsoft.playwright.options.KeyboardModifier.SHIFT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many titles at once, and one from its row. */
@ExtendWith(PortalExtension.class)
class TitleListIT {

  @Test
  void selection_actedOn_doesJustThatWithJustThose(Portal portal) throws Exception {
    for (int number = 1; number <= 4; number++) {
      portal.submit(
          "batch-" + number,
          "\"name\": \"Batch %d\", \"profile\": \"small\", \"start\": \"manual\", \"publish\": \"manual\""
              .formatted(number));
    }
    PortalWindow window = portal.window();
    window.open("/titles?query=batch&sort=name");
    for (int number = 1; number <= 4; number++) {
      portal.awaitPhase("batch-" + number, "AWAITING_START");
    }

    select(window, "Batch 1").check();
    select(window, "Batch 3").click(new Locator.ClickOptions().setModifiers(List.of(SHIFT)));
    window.awaitText("3 selected");
    window.press(window.button("Cancel"));
    window.awaitText("What is in the making of 3 titles is given up. What is public stays.");
    window.press(window.button("Cancel 3 titles"));
    window.awaitText("3 titles cancelled.");
    awaitPhases(portal, "CANCELLED", 1, 2, 3);
    assertThat(portal.admin().phase("batch-4")).isEqualTo("AWAITING_START");

    selectAll(window);
    window.awaitText("4 selected");
    window.press(window.button("Retry (3)"));
    window.awaitText("3 titles tried again.");
    awaitPhases(portal, "AWAITING_PUBLISH", 1, 2, 3);

    selectAll(window);
    window.press(window.button("Start (1)"));
    window.awaitText("1 title started.");
    awaitPhases(portal, "AWAITING_PUBLISH", 4);

    selectAll(window);
    window.press(window.button("Publish"));
    window.awaitText("4 titles will be published.");
    awaitPhases(portal, "PUBLISHED", 1, 2, 3, 4);

    selectAll(window);
    window.press(window.button("Delete"));
    window.press(window.button("Keep"));
    window.press(window.button("Delete"));
    window.awaitHeading("Delete for good?");
    window.press(window.button("Delete 4 titles"));
    window.awaitText("4 titles deleted.");
    window.awaitText("No title fits");
    portal.await("they are gone", () -> portal.count("/api/v1/titles?query=batch") == 0);
  }

  @Test
  void row_menu_startsAndDeletesItsTitle(Portal portal) throws Exception {
    portal.submit("row", "\"name\": \"Row\", \"profile\": \"small\", \"start\": \"manual\"");
    portal.awaitPhase("row", "AWAITING_START");
    PortalWindow window = portal.window();
    window.open("/titles?query=row");
    window.choose("Actions for Row", "Start");
    window.awaitText("1 title started.");
    portal.awaitPhase("row", "PUBLISHED");
    window.await(window.page().getByRole(AriaRole.ROW).getByText("Published"));

    window.choose("Actions for Row", "Delete");
    window.press(window.button("Delete 1 title"));
    window.awaitText("1 title deleted.");
    portal.await("it is gone", () -> portal.count("/api/v1/titles?query=row") == 0);
    window.awaitText("No title fits");
  }

  private static Locator select(PortalWindow window, String name) {
    return window.page().getByLabel("Select " + name, new Page.GetByLabelOptions().setExact(true));
  }

  private static void selectAll(PortalWindow window) {
    window.page().getByLabel("Select all that are loaded").check();
  }

  private static void awaitPhases(Portal portal, String phase, int... numbers) {
    for (int number : numbers) {
      portal.awaitPhase("batch-" + number, phase);
    }
  }
}
