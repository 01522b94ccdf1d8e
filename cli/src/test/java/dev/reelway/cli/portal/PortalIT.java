package dev.reelway.cli.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.reelway.cli.fleet.UpApi;
import dev.reelway.cli.fleet.UpProgram;
import dev.reelway.cli.play.Chromium;
import dev.reelway.cli.program.Masters;
import dev.reelway.platform.config.KafkaConfig;
import dev.reelway.platform.messaging.KafkaClients;
import dev.reelway.platform.messaging.Sender;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do in the portal all day, in a browser, on an installation of their own. */
class PortalIT {

  /** Would tell on itself were it ever more than text. */
  private static final String SCRIPT = "<img src=x onerror=alert(1)>";

  private static final String FILE_NAME = "waves & <svg onload=alert(2)>.mp4";

  private static final String LADDER =
      """
      segmentSeconds: 2
      rungs:
        - {height: 180, preset: ultrafast, crf: 40, maxBitrate: 600k}
        - {height: 96, preset: ultrafast, crf: 40, maxBitrate: 200k}
      """;

  /** Large for its four seconds, so that its upload takes many packets. */
  private static final String LARGE_MASTER =
      "-f lavfi -i testsrc2=size=320x180:rate=25,noise=alls=40:allf=t "
          + "-f lavfi -i sine=frequency=440:sample_rate=48000 -t 4 "
          + "-c:v libx264 -preset ultrafast -qp 0 -pix_fmt yuv420p -c:a aac";

  @TempDir private static Path shared;
  private static Path master;
  private static UpProgram up;
  private static UpApi admin;
  private static BreakableLine line;
  private static Chromium chromium;

  private final List<PortalWindow> windows = new ArrayList<>();
  private PortalWindow window;

  @BeforeAll
  static void start() throws Exception {
    master = Files.move(Masters.make(shared, "large.mp4", LARGE_MASTER), shared.resolve(FILE_NAME));
    up = UpProgram.start(shared);
    admin = UpApi.admin(up);
    put("/api/v1/profiles/small", LADDER);
    line = BreakableLine.to(URI.create(up.api()));
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (chromium != null) {
      chromium.close();
    }
    if (line != null) {
      line.close();
    }
    if (up != null) {
      up.close();
    }
  }

  @BeforeEach
  void openWindow() {
    window = open(admin.key());
  }

  private PortalWindow open(String key) {
    PortalWindow opened = new PortalWindow(chromium.openPage(), line.uri());
    windows.add(opened);
    opened.signIn(key);
    return opened;
  }

  @AfterEach
  void closeWindows() {
    for (PortalWindow each : windows) {
      assertThat(each.complaints()).as("what script, policy or page complained about").isEmpty();
      each.close();
    }
  }

  @Test
  void upload_lineBreaksAndPageIsReloaded_goesOnUntilTheTitlePlays() {
    window.open("/upload");
    window.choose(0, master);
    window.page().getByLabel("Name of " + FILE_NAME).fill("Waves " + SCRIPT);
    window.page().getByLabel("Ladder").first().selectOption("small");
    line.breakAfter(1_000_000);
    window.press(window.button("Upload 1 file"));
    window.awaitText("Connection lost");

    line.swallowAfter(1_000_000);
    window.press(window.button("Try now"));
    waitUntil("the line swallowed the upload", line::hasSwallowed);
    window.page().reload();
    window.awaitText("Interrupted");
    window.choose(-1, master);

    window.awaitText("Waits for start");
    window.awaitText("What the file holds");
    window.awaitText("180p");
    window.press(window.button("Start"));
    window.awaitText("Published");
    window.press(link(window, "Play"));
    window.awaitHeading("Waves " + SCRIPT);
    window.awaitVideo("video.currentTime > 0"); // without another click
    window.page().navigate(window.page().url().replace("?play", ""));
    playToTheEnd(window, 96);
    window.page().reload();
    playToTheEnd(window, 180);
  }

  private static void playToTheEnd(PortalWindow window, int height) {
    window.awaitVideo("video.readyState >= 2");
    window.page().getByLabel("Rung").selectOption(optionWith(window, height + "p"));
    window.page().evaluate("document.querySelector('video').muted = true");
    window.press(window.button("Play"));
    window.awaitVideo("video.ended && video.videoHeight === " + height);
  }

  /** The value of the choice whose words begin so. */
  private static String optionWith(PortalWindow window, String start) {
    Locator option = window.page().locator("option", new Page.LocatorOptions().setHasText(start));
    return option.first().getAttribute("value");
  }

  @Test
  void title_cancelledAndRetried_isPublished() throws Exception {
    submit("again", "\"start\": \"manual\"");
    window.open("/titles/again");
    window.awaitText("Waits for start");
    window.pressAndConfirm("Cancel title");
    window.awaitText("Cancelled");
    window.pressAndConfirm("Try again");
    window.awaitText("Published");
    window.awaitText("Version 1 is public");
  }

  @Test
  void versions_earlierOneMadePublic_isToldAndListed() throws Exception {
    submit("twice", "\"profile\": \"small\"");
    awaitPhase("twice", "PUBLISHED");
    admin.post("/api/v1/titles/twice/versions", "{\"profile\": \"default\"}");
    window.open("/titles/twice/versions");
    window.awaitText("Version 2 is public");
    window.pressAndConfirm("Make public");
    window.awaitText("Version 1 is public");
    assertThat(admin.get("/api/v1/titles/twice").path("published").path("version").asInt())
        .isEqualTo(1);
  }

  @Test
  void viewer_looksAround_isOfferedAndAllowedNothingElse() throws Exception {
    submit("seen", "\"start\": \"manual\"");
    PortalWindow viewer = open(keyOf("viewer"));
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

    assertThat(statusOf(viewer, "POST", "/api/v1/titles/seen/start")).isEqualTo(403);
    assertThat(statusOf(viewer, "DELETE", "/api/v1/titles/seen")).isEqualTo(403);
    assertThat(statusOf(viewer, "PUT", "/api/v1/profiles/mine")).isEqualTo(403);
    assertThat(statusOf(viewer, "GET", "/api/v1/keys")).isEqualTo(403);
  }

  /** What the server says to the page's own key. */
  private static int statusOf(PortalWindow window, String method, String path) {
    return (int)
        window
            .page()
            .evaluate(
                """
                async ([method, path]) => {
                  const token = sessionStorage.getItem('reelway.session');
                  const answer = await fetch(path, {method, headers: {Authorization: `Bearer ${token}`}});
                  return answer.status;
                }
                """,
                List.of(method, path));
  }

  @Test
  void ladder_changedInForm_isSavedWithItsComments() throws Exception {
    window.open("/ladders/default");
    Page page = window.page();
    page.getByLabel("CRF of rung 2").fill("77");
    window.awaitText("1 problem");
    page.getByLabel("CRF of rung 2").fill("21.5");
    window.awaitText("No problems");
    page.getByLabel("Save as").fill("house");
    window.press(window.button("Save"));
    window.awaitHeading("house");

    String before = get("/api/v1/profiles/default");
    int second = before.indexOf("crf: 22", before.indexOf("height: 720"));
    assertThat(get("/api/v1/profiles/house"))
        .isEqualTo(before.substring(0, second) + "crf: 21.5" + before.substring(second + 7));
  }

  @Test
  void ladder_triedOnATitle_tellsRatesAndQuality() throws Exception {
    submit("tried", Masters.plain(shared, 4), "\"start\": \"manual\"");
    awaitPhase("tried", "AWAITING_START");
    window.open("/ladders/small");
    window.awaitText("No problems");
    window
        .page()
        .getByLabel("Title", new Page.GetByLabelOptions().setExact(true))
        .selectOption("tried");
    window.press(window.button("Try"));
    window.await(window.page().getByText(Pattern.compile("^[0-9.]+ dB$")));
    window.await(window.page().getByText("CRF 40, ultrafast"));
  }

  @Test
  void deadLetter_replayed_isPutBackAndComesAgain() {
    try (Sender sender = new Sender(new KafkaClients(KafkaConfig.at(up.bootstrapServers())))) {
      sender.sendBytes("reelway.ingest", "{\"schema\": 1, \"priorty\": 1}".getBytes(UTF_8));
    }
    window.open("/operations/dead-letters");
    window.awaitText("REQUEST_INVALID");
    window.page().getByLabel("Select all shown").check();
    window.press(window.button("Replay 1"));
    window.press(window.page().getByRole(AriaRole.DIALOG).getByText("Replay").last());
    window.awaitText("Replayed.");
  }

  @Test
  void everyPage_lightAndDark_hasNothingSerious() throws Exception {
    submit("looked-at", "\"name\": \"%s\", \"profile\": \"small\"".formatted(SCRIPT));
    awaitPhase("looked-at", "PUBLISHED");
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

  private static Locator link(PortalWindow window, String name) {
    return window
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void submit(String id, String more) throws Exception {
    Path small = Path.of("..", "samples", "masters", "small", "tiny.mp4");
    submit(id, Files.copy(small, shared.resolve(id + ".mp4")), more);
  }

  private static void submit(String id, Path source, String more) throws Exception {
    admin.post(
        "/api/v1/titles",
        "{\"id\": \"%s\", \"source\": \"%s\", %s}".formatted(id, source.toUri(), more));
  }

  private static String keyOf(String role) throws Exception {
    return admin
        .post("/api/v1/keys", "{\"name\": \"%s\", \"role\": \"%s\"}".formatted(role, role))
        .path("key")
        .asText();
  }

  private static String get(String path) throws Exception {
    return admin.send("GET", path, new byte[0]).body();
  }

  private static void put(String path, String yaml) throws Exception {
    admin.send("PUT", path, yaml.getBytes(UTF_8), "Content-Type", "application/yaml");
  }

  private static void awaitPhase(String id, String phase) throws InterruptedException {
    up.await(
        "the title " + id + " is " + phase,
        () -> {
          String now = admin.phase(id);
          assertThat(now).as("phase of " + id).isNotIn("FAILED", "HELD");
          return now.equals(phase);
        });
  }

  private static void waitUntil(String meaning, BooleanSupplier condition) {
    try {
      up.await(meaning, condition);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
