package dev.reelway.cli.play;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small title folder, served on loopback, and a client for it. */
final class Served implements AutoCloseable {

  /** What {@code tracks/v1/segment-00001.m4s} holds. */
  static final String SEGMENT = "0123456789";

  private final HttpClient client = HttpClient.newHttpClient();
  private final PlayServer server;

  private Served(PlayServer server) {
    this.server = server;
  }

  /** Lays a title out in {@code parent/title}, with a secret beside it, and serves it. */
  static Served titleIn(Path parent) throws IOException {
    Path title = parent.resolve("title");
    write(parent.resolve("secret.txt"), "not for players");
    write(title.resolve("index.m3u8"), "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv1.m3u8\n");
    write(title.resolve("v1.m3u8"), "#EXTM3U\n");
    write(title.resolve("index.mpd"), "<MPD/>");
    write(title.resolve("tracks/v1/segment-00001.m4s"), SEGMENT);
    write(title.resolve("tracks/audio-en/init.mp4"), "init");
    write(title.resolve("empty.vtt"), "");
    write(title.resolve(".reelway/work/state.json"), "{}");
    return new Served(
        PlayServer.start(title, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
  }

  static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  PlayServer server() {
    return server;
  }

  /** GET with pairs of header names and values. */
  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send("GET", path, headers);
  }

  HttpResponse<String> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.uri() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    server.close();
  }
}
