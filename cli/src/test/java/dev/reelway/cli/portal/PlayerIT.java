package dev.reelway.cli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import dev.reelway.cli.program.Masters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be chosen in each of the players, while they play. */
@ExtendWith(PortalExtension.class)
class PlayerIT {

  /** So long that what is chosen shows before the end, however slow the machine. */
  private static final String TWO_LANGUAGES =
      "-f lavfi -i testsrc2=size=320x180:rate=25 -f lavfi -i sine=frequency=440:sample_rate=48000"
          + " -f lavfi -i sine=frequency=880:sample_rate=48000 -map 0:v -map 1:a -map 2:a"
          + " -metadata:s:a:0 language=eng -metadata:s:a:1 language=deu -t 40 -c:v libx264"
          + " -preset ultrafast -g 50 -pix_fmt yuv420p -c:a aac -ac 2";

  private static final String SUBTITLE = "1\n00:00:00,500 --> 00:00:39,000\nAlways there\n";

  @ParameterizedTest
  @ValueSource(strings = {"hls.js", "dash.js", "Shaka Player, HLS", "Shaka Player, DASH"})
  void player_rungSoundAndTextChosen_areWhatIsPlayed(String player, Portal portal)
      throws Exception {
    ensureTitle(portal);
    PortalWindow window = portal.window();
    Set<String> loaded = ConcurrentHashMap.newKeySet();
    window.page().onRequest(request -> loaded.add(request.url()));
    window.open("/titles/choices");
    window.page().getByLabel("Play with").selectOption(new SelectOption().setLabel(player));
    window.await(window.page().getByLabel("Rung"));
    window.awaitVideo("video.readyState >= 2");
    window.page().evaluate("document.querySelector('video').muted = true");
    choose(window, "Rung", "96p");
    choose(window, "Sound", "German");
    choose(window, "Subtitles", "English");
    window.press(window.button("Play"));
    window.awaitVideo("video.videoHeight === 96");
    window.awaitVideo(
        "[...video.textTracks].some(({mode, activeCues}) => mode !== 'disabled' &&"
            + " activeCues?.length > 0)");
    assertThat(loaded).anyMatch(url -> url.matches(".*/audio-[^/]*\\bde[^/]*/segment.*"));
    choose(window, "Rung", "180p");
    window.awaitVideo("video.videoHeight === 180");
    choose(window, "Subtitles", "Off");
    window.awaitVideo(
        "[...video.textTracks].every(({mode, activeCues}) => mode !== 'showing' ||"
            + " !activeCues?.length)");
  }

  private static void ensureTitle(Portal portal) throws Exception {
    if (portal.admin().phase("choices").isEmpty()) {
      Path text = Files.writeString(portal.folder().resolve("choices.en.srt"), SUBTITLE);
      portal.submit(
          "choices",
          Masters.make(portal.folder(), "choices.mp4", TWO_LANGUAGES),
          "\"profile\": \"small\", \"sidecars\": [{\"source\": \"%s\", \"language\": \"en\"}]"
              .formatted(text.toUri()));
    }
    portal.awaitPhase("choices", "PUBLISHED");
  }

  private static void choose(PortalWindow window, String what, String start) {
    Locator select = window.page().getByLabel(what, new Page.GetByLabelOptions().setExact(true));
    Locator option =
        select.locator("option", new Locator.LocatorOptions().setHasText(start)).first();
    select.selectOption(option.getAttribute("value"));
  }
}
