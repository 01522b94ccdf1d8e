package dev.reelway.cli.play;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** MIME types of what a title and the play page are made of, by file name. */
final class MediaTypes {

  private static final String BINARY = "application/octet-stream";

  private static final Map<String, String> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("m3u8", "application/vnd.apple.mpegurl"),
          Map.entry("mpd", "application/dash+xml"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("m4s", "video/mp4"),
          Map.entry("m4v", "video/mp4"),
          Map.entry("cmfv", "video/mp4"),
          Map.entry("m4a", "audio/mp4"),
          Map.entry("cmfa", "audio/mp4"),
          Map.entry("vtt", "text/vtt; charset=utf-8"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("png", "image/png"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("json", "application/json"),
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private MediaTypes() {}

  /** The type of {@code file}; audio tracks are told from video by a name that says "audio". */
  static String of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    String type = BY_EXTENSION.getOrDefault(extension, BINARY);
    return type.equals("video/mp4") && saysAudio(file) ? "audio/mp4" : type;
  }

  private static boolean saysAudio(Path file) {
    return StreamSupport.stream(file.spliterator(), false)
        .anyMatch(part -> part.toString().startsWith("audio"));
  }
}
