package dev.reelway.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium, driven from Java; nothing is downloaded. */
public final class Chromium implements AutoCloseable {

  private static final Path PROGRAM =
      Path.of(System.getProperty("reelway.chromium", "/usr/bin/chromium"));

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run",
          "--autoplay-policy=no-user-gesture-required");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts the browser, or says what is missing. */
  public static Chromium start() {
    assertThat(Files.isExecutable(PROGRAM))
        .as(
            "%s is needed for the browser tests: run 'apt-get install chromium' as root, or name"
                + " another Chromium with -Dreelway.chromium=PATH",
            PROGRAM)
        .isTrue();
    Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(FLAGS);
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  /** A fresh window without cache or history. */
  PlayWindow open() {
    return new PlayWindow(openPage());
  }

  /** The same, for a page that is not ours. */
  public Page openPage() {
    return browser.newContext().newPage();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
