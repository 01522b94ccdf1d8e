package dev.reelway.cli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.reelway.ingest.accept.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people may do by their role, on pages and behind them. */
@ExtendWith(PortalExtension.class)
class RolesIT {

  @Test
  void viewer_looksAround_isOfferedAndAllowedNothingElse(Portal portal) throws Exception {
    portal.submit("seen", "\"start\": \"manual\"");
    PortalWindow viewer = portal.openAs("viewer");
    viewer.open("/titles/seen");
    viewer.awaitText("Waits for start");
    assertThat(viewer.button("Start").count()).isZero();
    viewer.open("/upload");
    viewer.awaitHeading("Upload");
    assertThat(viewer.page().locator("input[type=file]").count()).isZero();
    viewer.open("/ladders/default");
    viewer.awaitText("Only editors try ladders.");
    assertThat(viewer.button("Save").count()).isZero();
    viewer.open("/operations/dead-letters");
    viewer.awaitHeading("Operations");

    assertThat(viewer.statusOf("POST", "/api/v1/titles/seen/start")).isEqualTo(403);
    assertThat(viewer.statusOf("DELETE", "/api/v1/titles/seen")).isEqualTo(403);
    assertThat(viewer.statusOf("PUT", "/api/v1/profiles/mine")).isEqualTo(403);
    assertThat(viewer.statusOf("GET", "/api/v1/keys")).isEqualTo(403);
  }

  /** Something that takes a role, asked about what is not there. */
  private record Deed(Role least, String method, String path) {}

  private static final List<Deed> DEEDS =
      List.of(
          new Deed(Role.VIEWER, "GET", "/api/v1/titles/none"),
          new Deed(Role.VIEWER, "GET", "/api/v1/me"),
          new Deed(Role.EDITOR, "POST", "/api/v1/titles/none/start"),
          new Deed(Role.EDITOR, "POST", "/api/v1/titles/none/rollback"),
          new Deed(Role.EDITOR, "DELETE", "/api/v1/uploads/none"),
          new Deed(Role.OPERATOR, "DELETE", "/api/v1/titles/none"),
          new Deed(Role.OPERATOR, "GET", "/api/v1/webhooks"),
          new Deed(Role.ADMIN, "GET", "/api/v1/keys"),
          new Deed(Role.ADMIN, "GET", "/api/v1/audit"));

  @ParameterizedTest
  @EnumSource(Role.class)
  void role_anybody_isOfferedAndAllowedJustTheirOwn(Role role, Portal portal) throws Exception {
    if (portal.admin().phase("ranked").isEmpty()) {
      portal.submit("ranked", "\"name\": \"Ranked\", \"start\": \"manual\"");
    }
    portal.awaitPhase("ranked", "AWAITING_START");
    PortalWindow window = portal.openAs(role.label());
    for (Deed deed : DEEDS) {
      int status = window.statusOf(deed.method(), deed.path());
      assertThat(status == 403)
          .as("%s gives %d", deed, status)
          .isEqualTo(!role.covers(deed.least()));
    }
    window.open("/titles?query=ranked");
    window.press(window.button("Actions for Ranked"));
    window.await(item(window, "Start", role.covers(Role.EDITOR)));
    window.await(item(window, "Delete", role.covers(Role.OPERATOR)));

    window.open("/access");
    window.awaitText(role.name().charAt(0) + role.label().substring(1));
    window.open("/access/keys");
    window.awaitText(role.covers(Role.ADMIN) ? "New key" : "Only admins see this");
    window.open("/upload");
    window.awaitText(role.covers(Role.EDITOR) ? "Choose files" : "This key may not upload");
  }

  private static Locator item(PortalWindow window, String name, boolean isEnabled) {
    return window
        .page()
        .getByRole(
            AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setDisabled(!isEnabled));
  }
}
