package dev.reelway.cli.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The portal in a window of its own; keeps what goes wrong in it. */
final class PortalWindow implements AutoCloseable {

  /** The limit is for what never comes. */
  private static final double LONGEST_MILLIS = 120_000;

  private static final String TELL_VIOLATIONS =
      """
      document.addEventListener('securitypolicyviolation', (event) =>
          console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`));
      """;

  private final Page page;
  private final URI server;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  PortalWindow(Page page, URI server) {
    this.page = page;
    this.server = server;
    page.setDefaultTimeout(LONGEST_MILLIS);
    page.addInitScript(TELL_VIOLATIONS);
    page.onConsoleMessage(
        message -> {
          // Chromium calls refusals of the server errors, too; pages show those by themselves.
          if (message.type().equals("error") && !message.text().startsWith("Failed to load")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(error -> complaints.add("script: " + error));
    page.onDialog(dialog -> complaints.add("dialog: " + dialog.message()));
  }

  Page page() {
    return page;
  }

  /** Signs in with a key and waits for the list of titles. */
  void signIn(String key) {
    open("/");
    page.getByLabel("API key").fill(key);
    button("Sign in").click();
    awaitHeading("Titles");
  }

  void open(String path) {
    page.navigate(server.resolve(path).toString());
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  void awaitHeading(String name) {
    await(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)).first());
  }

  void awaitText(String text) {
    await(page.getByText(text).first());
  }

  static void await(Locator locator) {
    assertThat(locator)
        .isVisible(
            new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                .setTimeout(LONGEST_MILLIS));
  }

  /** What script, policy or page complained about; empty if all is well. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    page.context().close();
  }
}
