package dev.reelway.cli.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.reelway.platform.config.KafkaConfig;
import dev.reelway.platform.messaging.KafkaClients;
import dev.reelway.platform.messaging.Sender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Operations in the browser. */
@ExtendWith(PortalExtension.class)
class OperationsIT {

  @Test
  void deadLetter_replayed_isPutBackAndComesAgain(Portal portal) {
    PortalWindow window = portal.window();
    try (Sender sender =
        new Sender(
            new KafkaClients(KafkaConfig.at(portal.installation().up().bootstrapServers())))) {
      sender.sendBytes("reelway.ingest", "{\"schema\": 1, \"priorty\": 1}".getBytes(UTF_8));
    }
    window.open("/operations/dead-letters");
    window.awaitText("REQUEST_INVALID");
    Locator row =
        window
            .page()
            .getByRole(AriaRole.ROW)
            .filter(new Locator.FilterOptions().setHasText("REQUEST_INVALID"));
    row.first().getByRole(AriaRole.CHECKBOX).check();
    window.press(window.button("Replay 1"));
    window.press(window.page().getByRole(AriaRole.DIALOG).getByText("Replay").last());
    window.awaitText("Replayed.");
  }
}
