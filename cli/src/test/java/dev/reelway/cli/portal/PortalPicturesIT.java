package dev.reelway.cli.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import dev.reelway.cli.fleet.UpApi;
import dev.reelway.cli.fleet.UpProgram;
import dev.reelway.cli.play.Chromium;
import dev.reelway.platform.config.KafkaConfig;
import dev.reelway.platform.messaging.KafkaClients;
import dev.reelway.platform.messaging.Sender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of docs/portal.md: every page empty, busy and failed, of a real installation,
 * so that they show what is. Runs when told where they go, {@code -Dreelway.pictures=FOLDER}.
 */
@EnabledIfSystemProperty(named = "reelway.pictures", matches = ".+")
class PortalPicturesIT {

  private static final Path SAMPLES = Path.of("..", "samples", "masters");

  private static final String HOUSE_LADDER =
      """
      # What we use for trailers.
      segmentSeconds: 2
      rungs:
        - {height: 720, preset: veryfast, crf: 24, maxBitrate: 3000k}
        - {height: 360, preset: veryfast, crf: 25, maxBitrate: 900k}
        - {height: 180, preset: veryfast, crf: 26, maxBitrate: 300k}
      """;

  /** Takes minutes for a trailer, so that there is time to look at it. */
  private static final String ARCHIVE_LADDER =
      """
      segmentSeconds: 2
      rungs:
        - {height: 720, preset: veryslow, crf: 18, maxBitrate: 6000k}
        - {height: 540, preset: veryslow, crf: 19, maxBitrate: 3000k}
        - {height: 360, preset: veryslow, crf: 20, maxBitrate: 1200k}
        - {height: 180, preset: veryslow, crf: 21, maxBitrate: 400k}
      """;

  private static final Map<String, String> PAGES =
      Map.of(
          "titles", "/titles",
          "operations", "/operations",
          "workers", "/operations/workers",
          "dead-letters", "/operations/dead-letters",
          "ladders", "/ladders",
          "ladder", "/ladders/default",
          "keys", "/access/keys",
          "audit", "/access/audit");

  @TempDir private Path shared;
  private UpProgram up;
  private UpApi admin;
  private Pictures pictures;
  private BreakableLine line;

  @Test
  void pages_emptyBusyAndFailed_areTaken() throws Exception {
    Path folder =
        Files.createDirectories(Path.of(System.getProperty("reelway.pictures")).toAbsolutePath());
    try (UpProgram started = UpProgram.start(shared);
        Chromium chromium = Chromium.start();
        BreakableLine breakable = BreakableLine.to(URI.create(started.api()))) {
      up = started;
      admin = UpApi.admin(started);
      line = breakable;
      pictures = new Pictures(chromium, breakable.uri(), folder);
      takeEmpty();
      takeFailed();
      fill();
      takeTitles();
      takeUploads();
      takeOperations();
      takeLadders();
      takeAtWork();
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().contains("portal-"))).hasSizeGreaterThan(80);
    }
  }

  private void take(String name, String path, Consumer<PortalWindow> prepare) {
    pictures.take(name, admin.key(), path, prepare);
  }

  private void takeEmpty() {
    pictures.takeWindow("sign-in", window -> window.open("/"));
    pictures.takeWindow(
        "sign-in-failed",
        window -> {
          window.open("/");
          window.page().getByLabel("API key").fill("rw_0000000000000000_forged");
          window.press(window.button("Sign in"));
          window.await(window.page().getByText(Pattern.compile("does not take this key")));
        });
    PAGES.forEach((name, path) -> take(name + "-empty", path, window -> {}));
    take("upload-empty", "/upload", window -> {});
    take("not-found", "/titles/no-such-title", window -> {});
  }

  /** The server does not answer. */
  private void takeFailed() {
    PAGES.forEach(
        (name, path) ->
            pictures.takeWindow(
                name + "-failed",
                window -> {
                  window.signIn(admin.key());
                  window
                      .page()
                      .route(Pattern.compile("/api/v1/(?!me|server|sign-in)"), Route::abort);
                  window.open(path);
                  window.await(
                      window.page().getByText(Pattern.compile("Try again|Trying again")).first());
                }));
  }

  private void fill() throws Exception {
    admin.putLadder("house", HOUSE_LADDER);
    admin.putLadder("archive", ARCHIVE_LADDER);
    Path trailer = SAMPLES.resolve("sintel-trailer-720p24.mp4");
    Path wave = SAMPLES.resolve("wave-croatia-1080p25.mp4");
    Path small = SAMPLES.resolve("small");
    Path text = Files.writeString(shared.resolve("minutes-of-a-meeting.mp4"), "This is no film.");
    Path cut = Files.write(shared.resolve("cut.mp4"), firstHalf(trailer));

    submit("sintel", "Sintel, trailer", trailer, "\"metadata\": {\"series\": \"Open films\"}");
    submit("wave", "Wave in Croatia", wave, "\"profile\": \"house\"");
    submit("radio-play", "Radio play", small.resolve("audio-only.m4a"), "\"profile\": \"house\"");
    submit("clip", "Clip of a phone", small.resolve("rotated.mp4"), "\"publish\": \"manual\"");
    submit("meeting", "Minutes of a meeting", text, "\"profile\": \"house\"");
    submit("cut", "Trailer, cut off", cut, "\"profile\": \"house\"");
    submit(
        "waits", "Sixty frames a second", small.resolve("sixty-fps.mp4"), "\"start\": \"manual\"");
    submit("dropped", "Odd size", small.resolve("odd-size.webm"), "\"start\": \"manual\"");
    awaitPhase("dropped", "AWAITING_START");
    admin.post("/api/v1/titles/dropped/cancel", "{}");
    awaitPhase("sintel", "PUBLISHED");
    awaitPhase("wave", "PUBLISHED");
    awaitPhase("radio-play", "PUBLISHED");
    awaitPhase("meeting", "FAILED");
    awaitPhase("cut", "FAILED");
    awaitPhase("clip", "AWAITING_PUBLISH");
    Damage.ofSegment(up.title("clip"));
    admin.post("/api/v1/titles/clip/publish", "{}");
    awaitPhase("clip", "HELD");
    admin.post("/api/v1/titles/wave/versions", "{\"profile\": \"default\"}");
    awaitVersion("wave", 2);
    admin.post("/api/v1/keys", "{\"name\": \"Content team\", \"role\": \"editor\"}");
    admin.post("/api/v1/keys", "{\"name\": \"Night shift\", \"role\": \"operator\"}");
    try (Sender sender = new Sender(new KafkaClients(KafkaConfig.at(up.bootstrapServers())))) {
      sender.sendBytes("reelway.ingest", "{\"schema\": 1, \"priorty\": 1}".getBytes(UTF_8));
      sender.sendBytes("reelway.ingest", "no JSON at all".getBytes(UTF_8));
    }
  }

  private void takeTitles() {
    take("titles-busy", "/titles", window -> window.awaitText("Sintel, trailer"));
    take(
        "titles-dark",
        "/titles",
        window ->
            window
                .page()
                .emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK)));
    take("title-overview", "/titles/sintel", PortalPicturesIT::awaitPicture);
    take("title-quality", "/titles/sintel/quality", PortalPicturesIT::awaitPicture);
    take("title-compare", "/titles/wave/compare", PortalPicturesIT::awaitPicture);
    take("title-work", "/titles/sintel/work", window -> {});
    take("title-master", "/titles/sintel/master", window -> {});
    take("title-versions", "/titles/wave/versions", window -> {});
    take("title-log", "/titles/wave/log", window -> {});
    take("title-waiting", "/titles/waits", window -> {});
    take("title-failed", "/titles/cut", window -> {});
    take("title-held", "/titles/clip", window -> {});
    take("title-cancelled", "/titles/dropped", window -> {});
    take("title-quality-empty", "/titles/waits/quality", window -> {});
    take("title-compare-empty", "/titles/waits/compare", window -> {});
    take("title-versions-empty", "/titles/waits/versions", window -> {});
  }

  private static void awaitPicture(PortalWindow window) {
    window.awaitVideo("video.readyState >= 2");
    window
        .page()
        .evaluate("document.querySelectorAll('video').forEach(each => each.currentTime = 6)");
    window.awaitVideo("!video.seeking && video.readyState >= 2");
  }

  private void takeUploads() {
    Path wave = SAMPLES.resolve("wave-croatia-1080p25.mp4");
    Path subtitles =
        write("wave-croatia-1080p25.de.srt", "1\n00:00:01,000 --> 00:00:03,000\nDas Meer\n");
    Path text = shared.resolve("minutes-of-a-meeting.mp4");
    take(
        "upload-ready",
        "/upload",
        window -> {
          window.choose(0, wave, subtitles, SAMPLES.resolve("sintel-trailer-720p24.mp4"));
          window.press(window.page().getByText("Languages, subtitles, metadata").last());
          window.awaitText("wave-croatia-1080p25.de.srt");
        });
    take(
        "upload-plan",
        "/upload",
        window -> {
          window.choose(0, wave);
          window.press(window.button("Upload 1 file"));
          window.awaitText("Waits for start");
          window.awaitText("What the file holds");
        });
    take(
        "upload-failed",
        "/upload",
        window -> {
          window.choose(0, text);
          window.awaitRest();
        });
    take(
        "upload-refused",
        "/upload",
        window -> {
          window.choose(0, shared.resolve("cut.mp4"));
          window.press(window.button("Upload 1 file"));
          window.await(window.page().getByText("Failed").first());
        });
    pictures.takeWindow("upload-lost", window -> loseConnection(window, wave));
    pictures.takeWindow(
        "upload-reloaded",
        window -> {
          loseConnection(window, wave);
          line.mend();
          window.page().reload();
          window.awaitText("Interrupted");
        });
    line.mend();
  }

  private void loseConnection(PortalWindow window, Path file) {
    line.mend();
    window.signIn(admin.key());
    window.open("/upload");
    window.choose(0, file);
    line.breakAfter(2_000_000);
    window.press(window.button("Upload 1 file"));
    window.awaitText("Connection lost");
  }

  private void takeOperations() {
    take("dead-letters-busy", "/operations/dead-letters", window -> {});
    take("keys-busy", "/access/keys", window -> {});
    take("audit-busy", "/access/audit", window -> {});
    take("me", "/access", window -> {});
  }

  private void takeLadders() {
    take("ladders-busy", "/ladders", window -> window.awaitText("house"));
    take(
        "ladder-problem",
        "/ladders/house",
        window -> {
          window.page().getByLabel("CRF of rung 2").fill("77");
          window.awaitText("1 problem");
        });
    take(
        "ladder-trial",
        "/ladders/house",
        window -> {
          window
              .page()
              .getByLabel("Title", new Page.GetByLabelOptions().setExact(true))
              .selectOption("wave");
          window.press(window.button("Try"));
          window.await(window.page().getByText(Pattern.compile("^[0-9.]+ dB$")));
        });
  }

  private void takeAtWork() throws Exception {
    submit(
        "sintel-archive",
        "Sintel, for the archive",
        SAMPLES.resolve("sintel-trailer-720p24.mp4"),
        "\"profile\": \"archive\"");
    submit(
        "wave-archive",
        "Wave, for the archive",
        SAMPLES.resolve("wave-croatia-1080p25.mp4"),
        "\"profile\": \"archive\", \"priority\": \"bulk\"");
    awaitPhase("sintel-archive", "ENCODING");
    up.await("pictures are encoded", () -> progress("sintel-archive", "framesDone") > 100);
    take("title-encoding", "/titles/sintel-archive", window -> {});
    take("operations-busy", "/operations", window -> {});
    take("workers-busy", "/operations/workers", window -> {});
    assertThat(admin.phase("sintel-archive")).as("it was seen at work").isEqualTo("ENCODING");
    admin.post("/api/v1/titles/sintel-archive/cancel", "{}");
    admin.post("/api/v1/titles/wave-archive/cancel", "{}");
  }

  private int progress(String id, String field) {
    return admin.read("/api/v1/titles/" + id).path("progress").path(field).asInt();
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(shared.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] firstHalf(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    return Arrays.copyOf(all, all.length / 2);
  }

  private void submit(String id, String name, Path source, String more) throws Exception {
    admin.post(
        "/api/v1/titles",
        "{\"id\": \"%s\", \"name\": \"%s\", \"source\": \"%s\", %s}"
            .formatted(id, name, source.toRealPath().toUri(), more));
  }

  private void awaitPhase(String id, String phase) throws InterruptedException {
    up.await("the title " + id + " is " + phase, () -> admin.phase(id).equals(phase));
  }

  private void awaitVersion(String id, int version) throws InterruptedException {
    up.await(
        "version " + version + " of " + id + " is public",
        () ->
            admin.read("/api/v1/titles/" + id).path("published").path("version").asInt()
                == version);
  }
}
