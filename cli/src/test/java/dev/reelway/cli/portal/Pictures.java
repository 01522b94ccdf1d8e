package dev.reelway.cli.portal;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import dev.reelway.cli.play.Chromium;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Takes pictures of pages for the documents, on a desktop and on a phone. */
final class Pictures {

  /** A window of this size in CSS pixels. */
  private record Screen(int width, int height) {}

  private static final List<Screen> SCREENS = List.of(new Screen(1280, 800), new Screen(390, 844));

  /** Long pages are cut: nobody scrolls through a picture. */
  private static final int TALLEST = 1800;

  private static final String WHOLE_HEIGHT =
      """
      (() => {
        const content = document.querySelector('#content') ?? document.documentElement;
        return Math.max(innerHeight, innerHeight - content.clientHeight + content.scrollHeight);
      })()
      """;

  private final Chromium chromium;
  private final URI server;
  private final Path folder;

  /**
   * @param server what the browser talks to
   * @param folder where the pictures go, which exists
   */
  Pictures(Chromium chromium, URI server, Path folder) {
    this.chromium = chromium;
    this.server = server;
    this.folder = folder;
  }

  /** Opens {@code path} with a key, does what leads to the state, and takes it on both screens. */
  void take(String name, String key, String path, Consumer<PortalWindow> prepare) {
    takeWindow(
        name,
        window -> {
          window.signIn(key);
          window.open(path);
          window.awaitRest();
          prepare.accept(window);
        });
  }

  /** The same without signing in. */
  void takeWindow(String name, Consumer<PortalWindow> prepare) {
    for (Screen screen : SCREENS) {
      try (PortalWindow window = new PortalWindow(chromium.openPage(), server)) {
        window.page().setViewportSize(screen.width(), screen.height());
        prepare.accept(window);
        shoot(window.page(), folder.resolve("portal-%s-%d.png".formatted(name, screen.width())));
      }
    }
  }

  /** In a window as high as the page: what scrolls inside it would be cut off otherwise. */
  private static void shoot(Page page, Path file) {
    int height = (int) page.evaluate(WHOLE_HEIGHT);
    page.setViewportSize(page.viewportSize().width, Math.min(TALLEST, height));
    // Lets what is drawn to size, charts above all, be drawn again.
    page.waitForTimeout(700);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
  }
}
