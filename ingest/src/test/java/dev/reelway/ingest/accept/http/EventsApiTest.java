package dev.reelway.ingest.accept.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.accept.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Event streams over plain sockets, so that nothing buffers or reads ahead. */
final class EventsApiTest {

  private final ApiFixture api = ApiFixture.start();
  private final String viewer = api.key("north", Role.VIEWER);

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void stream_whatChanges_arrivesForTheOwnTenantOnly() throws IOException {
    try (Socket socket = open(viewer, "")) {
      BufferedReader reader = reader(socket);
      api.view.accept(Examples.title("theirs", "south", Phase.ENCODING));
      api.view.accept(Examples.title("ours", "north", Phase.ENCODING));
      api.view.accept(Examples.notification("ours", "north", Phase.ENCODING));
      assertThat(next(reader, "event:")).isEqualTo("event: status");
      assertThat(next(reader, "data:")).contains("\"titleId\":\"ours\"");
      assertThat(next(reader, "event:")).isEqualTo("event: notification");
    }
  }

  @Test
  void stream_ofOneTitle_beginsWithItsStatusAndSkipsOthers() throws IOException {
    api.view.accept(Examples.title("one", "north", Phase.ENCODING));
    try (Socket socket = open(viewer, "?title=one")) {
      BufferedReader reader = reader(socket);
      assertThat(next(reader, "data:")).contains("ENCODING");
      api.view.accept(Examples.title("two", "north", Phase.FAILED));
      api.view.accept(Examples.title("one", "north", Phase.PUBLISHED));
      assertThat(next(reader, "data:")).contains("PUBLISHED");
    }
  }

  @Test
  void stream_titleThatIsDeleted_isToldToItsTenantOnly() throws IOException {
    api.view.accept(Examples.title("theirs", "south", Phase.FAILED));
    api.view.accept(Examples.title("ours", "north", Phase.FAILED));
    try (Socket socket = open(viewer, "")) {
      BufferedReader reader = reader(socket);
      api.view.forget("never-there");
      api.view.forget("theirs");
      api.view.forget("ours");
      api.view.forget("ours");
      api.view.accept(Examples.title("next", "north", Phase.ENCODING));
      assertThat(next(reader, "event:")).isEqualTo("event: deleted");
      assertThat(next(reader, "data:")).isEqualTo("data: {\"titleId\":\"ours\"}");
      assertThat(next(reader, "event:")).isEqualTo("event: status");
    }
  }

  @Test
  void stream_nothingHappens_showsThatItLives() throws IOException {
    try (Socket socket = open(viewer, "")) {
      BufferedReader reader = reader(socket);
      assertThat(next(reader, ": ")).isEqualTo(": still here");
      assertThat(next(reader, ": ")).isEqualTo(": still here");
    }
  }

  @Test
  void stream_readerThatDoesNotRead_isDroppedWhileOthersGoOn() throws IOException {
    try (Socket slow = open(viewer, "");
        Socket quick = open(viewer, "?title=last")) {
      Eventually.until(
          () -> {
            for (int i = 0; i < 1_000; i++) {
              api.view.accept(Examples.title("noise", "north", Phase.ENCODING));
            }
            return api.server.eventStreams() == 1;
          });
      api.view.accept(Examples.title("last", "north", Phase.PUBLISHED));
      assertThat(next(reader(quick), "data:")).contains("\"titleId\":\"last\"");
      assertThat(slow.isConnected()).isTrue();
    }
  }

  @Test
  void stream_readerThatLeft_isForgotten() throws IOException {
    open(viewer, "").close();
    Eventually.until(() -> api.server.eventStreams() == 0);
  }

  @Test
  void stream_keyRevoked_ends() throws IOException {
    try (Socket socket = open(viewer, "")) {
      api.keys.revoke(viewer.split("_", 3)[1]);
      Eventually.until(() -> api.server.eventStreams() == 0);
      assertThat(socket.isClosed()).isFalse();
    }
  }

  @Test
  void stream_moreThanMayBeOpen_isRefused() throws IOException {
    List<Socket> sockets = new ArrayList<>();
    for (int i = 0; i < ApiFixture.CONFIG.eventStreams(); i++) {
      sockets.add(open(viewer, ""));
    }
    assertThat(api.get(viewer, "/api/v1/events").status()).isEqualTo(503);
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private Socket open(String key, String query) throws IOException {
    int before = api.server.eventStreams();
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.server.port());
    String request =
        "GET /api/v1/events"
            + query
            + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + key
            + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    Eventually.until(() -> api.server.eventStreams() > before);
    return socket;
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private static String next(BufferedReader reader, String start) throws IOException {
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith(start)) {
        return line;
      }
    }
    throw new AssertionError("the stream ended before a line with " + start);
  }
}
