package dev.reelway.cli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.cli.fleet.UpApi;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One test's windows, and what it does behind their back. */
final class Portal implements AutoCloseable {

  /** A master of half a second. */
  static final Path TINY = Path.of("..", "samples", "masters", "small", "tiny.mp4");

  private final Installation installation;
  private final List<PortalWindow> windows = new ArrayList<>();
  private PortalWindow first;

  Portal(Installation installation) {
    this.installation = installation;
  }

  Installation installation() {
    return installation;
  }

  /** Where this test may write. */
  Path folder() {
    return installation.folder();
  }

  BreakableLine line() {
    return installation.line();
  }

  UpApi admin() {
    return installation.admin();
  }

  /** A window in which an admin is signed in. */
  PortalWindow window() {
    if (first == null) {
      first = open(admin().key());
    }
    return first;
  }

  /** A window in which the owner of a key is signed in. */
  PortalWindow open(String key) {
    PortalWindow opened = openAt(line().uri());
    opened.signIn(key);
    return opened;
  }

  /** A window in which somebody of this role is signed in. */
  PortalWindow openAs(String role) throws IOException, InterruptedException {
    return open(keyOf(role));
  }

  /** A window of somebody who has not been there yet. */
  PortalWindow openAt(URI server) {
    PortalWindow opened = new PortalWindow(installation.chromium().openPage(), server);
    windows.add(opened);
    return opened;
  }

  /** Submits a master of half a second. */
  void submit(String id, String more) throws IOException, InterruptedException {
    submit(id, Files.copy(TINY, folder().resolve(id + ".mp4")), more);
  }

  /** Submits a master with more fields, as JSON without braces. */
  void submit(String id, Path source, String more) throws IOException, InterruptedException {
    admin()
        .post(
            "/api/v1/titles",
            "{\"id\": \"%s\", \"source\": \"%s\", %s}".formatted(id, source.toUri(), more));
  }

  /** Until a title is in this phase; it must not fail on the way. */
  void awaitPhase(String id, String phase) {
    await(
        "the title " + id + " is " + phase,
        () -> {
          String now = admin().phase(id);
          if (!now.equals(phase)) {
            assertThat(now).as("phase of " + id).isNotIn("FAILED", "HELD");
          }
          return now.equals(phase);
        });
  }

  void await(String meaning, BooleanSupplier condition) {
    try {
      installation.up().await(meaning, condition);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** A new key with this role for the tenant of titles that name none. */
  String keyOf(String role) throws IOException, InterruptedException {
    return admin()
        .post("/api/v1/keys", "{\"name\": \"%s\", \"role\": \"%s\"}".formatted(role, role))
        .path("key")
        .asText();
  }

  /** How many titles a list has. */
  int count(String path) {
    return read(path).path("total").asInt();
  }

  /** What the API says, for conditions. */
  JsonNode read(String path) {
    return admin().read(path);
  }

  /** The answer's body as it is. */
  String get(String path) throws IOException, InterruptedException {
    return admin().send("GET", path, new byte[0]).body();
  }

  /** Demands that no script, policy or page complained about anything. */
  void expectNoComplaints() {
    for (PortalWindow each : windows) {
      assertThat(each.complaints()).as("what script, policy or page complained about").isEmpty();
    }
  }

  @Override
  public void close() {
    windows.forEach(PortalWindow::close);
    line().mend();
  }
}
