package dev.reelway.platform.storage;

import java.util.Locale;
import java.util.Map;

/** Media types by the ending of a key. One table, so that every store and server agrees. */
public final class MediaTypes {

  /** For everything unknown. */
  public static final String UNKNOWN = "application/octet-stream";

  private static final String VIDEO = "video/mp4";
  private static final String AUDIO = "audio/mp4";

  private static final Map<String, String> BY_ENDING =
      Map.ofEntries(
          Map.entry("m3u8", "application/vnd.apple.mpegurl"), // RFC 8216, 10
          Map.entry("mpd", "application/dash+xml"), // ISO/IEC 23009-1, annex C
          Map.entry("mp4", VIDEO), // RFC 4337
          Map.entry("m4s", VIDEO),
          Map.entry("vtt", "text/vtt; charset=utf-8"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("png", "image/png"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"), // RFC 8081
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private MediaTypes() {}

  /** The media type of an object with this key; sound is told by its track's folder. */
  public static String ofKey(String key) {
    String ending = key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type = BY_ENDING.getOrDefault(ending, UNKNOWN);
    boolean sound = key.startsWith("audio") || key.contains("/audio");
    return type.equals(VIDEO) && sound ? AUDIO : type;
  }
}
