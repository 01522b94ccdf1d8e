package dev.reelway.cli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page, looked at by axe-core. */
@ExtendWith(PortalExtension.class)
class AccessibilityIT {

  /** Would tell on itself were it ever more than text. */
  private static final String SCRIPT = "<img src=x onerror=alert(1)>";

  @Test
  void everyPage_lightAndDark_hasNothingSerious(Portal portal) throws Exception {
    PortalWindow window = portal.window();
    portal.submit("looked-at", "\"name\": \"%s\", \"profile\": \"small\"".formatted(SCRIPT));
    portal.awaitPhase("looked-at", "PUBLISHED");
    List<String> findings = new ArrayList<>();
    for (String path : pages("looked-at")) {
      window.open(path);
      window.awaitRest();
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        Axe.findings(window.page()).forEach(each -> findings.add(path + " " + scheme + " " + each));
      }
    }
    assertThat(findings).isEmpty();
  }

  private static List<String> pages(String titleId) {
    List<String> pages =
        new ArrayList<>(
            List.of(
                "/titles",
                "/upload",
                "/operations",
                "/operations/workers",
                "/operations/dead-letters",
                "/ladders",
                "/ladders/default",
                "/access",
                "/nowhere",
                "/titles/" + titleId));
    for (String part : List.of("quality", "compare", "work", "master", "versions", "log")) {
      pages.add("/titles/" + titleId + "/" + part);
    }
    return pages;
  }
}
