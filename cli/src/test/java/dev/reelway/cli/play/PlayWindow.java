package dev.reelway.cli.play;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The play page in a browser window: does what a viewer does and keeps what goes wrong. */
final class PlayWindow implements AutoCloseable {

  private static final String VIDEO = "document.getElementById('video')";

  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> hosts = new CopyOnWriteArrayList<>();

  PlayWindow(Page page) {
    this.page = page;
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add("console: " + message.text());
          }
        });
    page.onPageError(error -> complaints.add("script: " + error));
    page.onRequest(request -> noteHost(request.url()));
  }

  private void noteHost(String url) {
    String host = URI.create(url).getHost();
    if (host != null && !hosts.contains(host)) {
      hosts.add(host);
    }
  }

  /** Opens the page with a player and a manifest and waits for the first picture. */
  void open(PlayServer server, String player, String manifest) {
    page.navigate(server.playerUri() + "?player=" + player + "&src=" + manifest);
    await(
        "window.reelway?.variants.length > 0 && " + VIDEO + ".readyState >= 2",
        "the first picture is ready");
  }

  /** Starts playing without sound from the speakers; sound is still decoded. */
  void play(double rate) {
    page.evaluate(
        "async (rate) => { const video = %s; video.muted = true; await video.play();"
                .formatted(VIDEO)
            + " video.playbackRate = rate; }",
        rate);
  }

  /** From now on keeps a {@link Playback} log of the title, a line every 200 ms. */
  void watch() {
    page.evaluate(
        """
        () => {
          const video = document.getElementById('video');
          window.samples = [];
          window.seeks = 0;
          video.addEventListener('seeking', () => { if (video.currentTime > 0.5) window.seeks++; });
          setInterval(() => window.samples.push(
              [video.currentTime, window.reelway.audioDecodedByteCount, video.buffered.length]), 200);
        }
        """);
  }

  /** What {@link #watch} saw. */
  Playback playback() {
    return Playback.read(page);
  }

  /** Stays on the rung of the given width. Players hide a rung for a while after a time-out. */
  void force(int width) {
    await(
        "window.reelway.variants.some(rung => rung.width === " + width + ")",
        "the player offers a rung " + width + " wide");
    page.evaluate(
        "width => reelway.force(reelway.variants.find(rung => rung.width === width).id)", width);
  }

  /** The player's own thumbnail for second {@code time} of the title. */
  Optional<Thumbnail> thumbnail(double time) {
    return Optional.ofNullable(page.evaluate("time => window.reelway.thumbnail(time)", time))
        .map(Thumbnail::of);
  }

  /** What the title's storyboard lists for second {@code time}. */
  Optional<Thumbnail> storyboard(double time) {
    await("window.reelway.storyboard(0) !== null", "the storyboard is loaded");
    return Optional.ofNullable(page.evaluate("time => window.reelway.storyboard(time)", time))
        .map(Thumbnail::of);
  }

  /** Width and height of the tile, as the browser decodes it. */
  String loads(Thumbnail thumbnail) {
    return (String)
        page.evaluate(
            """
            async (path) => {
              const image = new Image();
              image.src = `/${path}`;
              await image.decode();
              return `${image.naturalWidth}x${image.naturalHeight}`;
            }
            """,
            thumbnail.path());
  }

  /** Moves the pointer over the time line. */
  void pointAt(double share) {
    var box = page.locator("#position").boundingBox();
    page.mouse().move(box.x + share * box.width, box.y + box.height / 2);
  }

  /** Waits until the preview above the time line shows {@code thumbnail}. */
  void awaitPreview(Thumbnail thumbnail) {
    await(
        """
        !document.getElementById('preview').hidden && (({style}) =>
            style.backgroundImage.includes('%s')
            && style.backgroundPosition.split(' ').map(parseFloat).map(Math.abs).join() === '%d,%d'
            && style.width === '%dpx')(document.getElementById('preview-image'))
        """
            .formatted(thumbnail.path(), thumbnail.x(), thumbnail.y(), thumbnail.width()),
        "the preview shows " + thumbnail);
  }

  void awaitEnd(Duration longest) {
    await(VIDEO + ".ended", "the title has ended", longest);
  }

  void awaitDecodedWidth(int width) {
    await(VIDEO + ".videoWidth === " + width, "the decoded picture is " + width + " wide");
  }

  private void await(String condition, String meaning) {
    await(condition, meaning, Duration.ofSeconds(60));
  }

  private void await(String condition, String meaning, Duration longest) {
    try {
      page.waitForFunction(
          "() => window.reelway?.errors.length > 0 || (" + condition + ")",
          null,
          new Page.WaitForFunctionOptions().setTimeout((double) longest.toMillis()));
    } catch (TimeoutError e) {
      throw new AssertionError("Not so within %s: %s. %s".formatted(longest, meaning, report()), e);
    }
    if (!complaints().isEmpty()) {
      throw new AssertionError("While waiting until " + meaning + ": " + complaints());
    }
  }

  /** What the page, the player or the browser complained about. */
  List<String> complaints() {
    List<String> all = new ArrayList<>(complaints);
    all.add((String) page.evaluate("(window.reelway?.errors ?? []).map(e => e.detail).join('; ')"));
    all.removeIf(String::isEmpty);
    return all;
  }

  /** Every host the page talked to. */
  List<String> hosts() {
    return List.copyOf(hosts);
  }

  private String report() {
    Object state =
        page.evaluate(
            """
            () => {
              const video = document.getElementById('video');
              const ranges = [...Array(video.buffered.length).keys()]
                  .map(i => `${video.buffered.start(i)}-${video.buffered.end(i)}`);
              return `time ${video.currentTime} of ${video.duration}, ready ${video.readyState}, `
                  + `paused ${video.paused}, width ${video.videoWidth}, buffered ${ranges}, `
                  + `on rung ${window.reelway?.currentRung}`;
            }
            """);
    return state + "; complaints: " + complaints();
  }

  @Override
  public void close() {
    page.context().close();
  }
}
