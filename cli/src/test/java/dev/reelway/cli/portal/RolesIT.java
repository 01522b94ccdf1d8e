package dev.reelway.cli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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
}
