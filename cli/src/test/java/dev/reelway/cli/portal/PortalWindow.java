package dev.reelway.cli.portal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The portal in a window of its own; keeps what goes wrong in it. */
final class PortalWindow implements AutoCloseable {

  /** The limit is for what never comes. */
  private static final double LONGEST_MILLIS =
      Double.parseDouble(System.getProperty("reelway.longest", "120000"));

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
    page.onDialog(this::answer);
  }

  /** Leaves pages that ask whether that is meant; nothing else opens a dialog of the browser. */
  private void answer(Dialog dialog) {
    if (!dialog.type().equals("beforeunload")) {
      complaints.add("dialog: " + dialog.message());
    }
    dialog.accept();
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

  /** The page's own address, behind the server's. */
  String path() {
    return URI.create(page.url()).getPath();
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Presses a button and, in the dialog that asks, the one of the same name. */
  void pressAndConfirm(String name) {
    press(button(name));
    press(
        page.getByRole(AriaRole.DIALOG)
            .getByText(name, new Locator.GetByTextOptions().setExact(true)));
  }

  /** Opens a menu by its name and chooses from it. */
  void choose(String menu, String item) {
    press(button(menu));
    press(
        page.getByRole(
            AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(item).setExact(true)));
  }

  void press(Locator button) {
    button.first().click();
  }

  /**
   * Gives files to the place of this number that takes some, from 0; a negative one counts from the
   * end.
   */
  void choose(int place, Path... files) {
    Locator inputs = page.locator("input[type=file]");
    (place < 0 ? inputs.last() : inputs.nth(place)).setInputFiles(files);
  }

  /** The value of the first choice whose words hold this. */
  String optionWith(String words) {
    Locator option = page.locator("option", new Page.LocatorOptions().setHasText(words));
    return option.first().getAttribute("value");
  }

  /** What the server says to the key or token of this window. */
  int statusOf(String method, String path) {
    return (int)
        page.evaluate(
            """
            async ([method, path]) => {
              const token = sessionStorage.getItem('reelway.session');
              const answer = await fetch(path, {method, headers: {Authorization: `Bearer ${token}`}});
              return answer.status;
            }
            """,
            List.of(method, path));
  }

  /** Drags files or folders in from outside, as far as the browser knows, and drops them. */
  void drop(Path... files) {
    JsonArray names = new JsonArray();
    Stream.of(files).map(file -> file.toAbsolutePath().normalize().toString()).forEach(names::add);
    JsonObject data = new JsonObject();
    data.add("items", new JsonArray());
    data.add("files", names);
    data.addProperty("dragOperationsMask", 1);
    CDPSession session = page.context().newCDPSession(page);
    for (String type : List.of("dragEnter", "dragOver", "drop")) {
      JsonObject event = new JsonObject();
      event.addProperty("type", type);
      event.addProperty("x", 400);
      event.addProperty("y", 300);
      event.add("data", data);
      session.send("Input.dispatchDragEvent", event);
    }
    session.detach();
  }

  void awaitHeading(String name) {
    await(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)));
  }

  void awaitText(String text) {
    await(page.getByText(text, new Page.GetByTextOptions().setExact(true)));
  }

  /** Until one of these is seen; choices that are not open do not count. */
  void await(Locator locator) {
    try {
      locator
          .filter(new Locator.FilterOptions().setVisible(true))
          .first()
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    } catch (TimeoutError e) {
      throw new AssertionError("Not seen: %s. %s".formatted(locator, report()), e);
    }
  }

  /** Until the first video of the page is so, an expression about {@code video}. */
  void awaitVideo(String condition) {
    await(
        "(() => { const video = document.querySelector('video'); return video && (%s); })()"
            .formatted(condition));
  }

  /**
   * Until an expression holds. Playwright's own way evaluates it again and again, which the policy
   * of the pages forbids.
   */
  void await(String condition) {
    boolean came =
        (boolean)
            page.evaluate(
                """
                (longest) => new Promise((resolve) => {
                  const end = performance.now() + longest;
                  const look = () => {
                    const holds = Boolean(%s);
                    if (holds || performance.now() > end) {
                      resolve(holds);
                    } else {
                      setTimeout(look, 50);
                    }
                  };
                  look();
                })
                """
                    .formatted(condition),
                LONGEST_MILLIS);
    if (!came) {
      throw new AssertionError("Not so: %s. %s".formatted(condition, report()));
    }
  }

  /** Until nothing is loaded any more. */
  void awaitRest() {
    await(page.locator("h1"));
    page.waitForLoadState(LoadState.LOAD);
    await("document.querySelector('progress:indeterminate') === null");
  }

  private String report() {
    return "The page %s says: %s%nComplaints: %s"
        .formatted(page.url(), page.locator("body").innerText(), complaints);
  }

  /** What script, policy or page complained about; empty if all is well. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Forgets a complaint of the browser that the test brought about. */
  void forgive(String complaint) {
    complaints.removeIf(complaint::equals);
  }

  @Override
  public void close() {
    page.context().close();
  }
}
