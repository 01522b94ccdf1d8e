package dev.reelway.conformance.place;

import dev.reelway.isobmff.read.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A package in memory, which a test can damage. */
public final class MapPlace implements Place {
  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, Map<String, String>> headers = new TreeMap<>();
  private boolean webServer;

  /** Puts or replaces a file. */
  public MapPlace put(String path, byte[] bytes) {
    files.put(path, bytes);
    return this;
  }

  /** Puts or replaces a text. */
  public MapPlace put(String path, String text) {
    return put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes a file away. */
  public MapPlace remove(String path) {
    files.remove(path);
    return this;
  }

  /** Lets a file be answered with these headers. */
  public MapPlace headers(String path, Map<String, String> all) {
    headers.put(path, all);
    return this;
  }

  /** Lets it answer as a web server does. */
  public MapPlace webServer() {
    webServer = true;
    return this;
  }

  @Override
  public boolean isWebServer() {
    return webServer;
  }

  /** The files, to look at and to change. */
  public Map<String, byte[]> files() {
    return files;
  }

  @Override
  public String address() {
    return "memory";
  }

  @Override
  public Optional<Resource> open(String path) {
    return Optional.ofNullable(files.get(path))
        .map(bytes -> new MapResource(bytes, headers.getOrDefault(path, Map.of())));
  }

  @Override
  public Optional<List<String>> list() {
    return Optional.of(List.copyOf(files.keySet()));
  }

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record MapResource(byte[] bytes, Map<String, String> headers) implements Resource {
    @Override
    public long sizeBytes() {
      return bytes.length;
    }

    @Override
    public byte[] read(long offset, int length) throws IOException {
      return ByteSource.of(bytes).read(offset, length);
    }
  }
}
