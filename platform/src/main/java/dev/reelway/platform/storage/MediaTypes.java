package dev.reelway.platform.storage;

import java.util.Map;

/** Media types by the ending of a key. One table, so that every store and server agrees. */
public final class MediaTypes {

  /** For everything unknown. */
  public static final String UNKNOWN = "application/octet-stream";

  private static final Map<String, String> BY_ENDING =
      Map.of(
          "m3u8", "application/vnd.apple.mpegurl", // RFC 8216, 10
          "mpd", "application/dash+xml", // ISO/IEC 23009-1, annex C
          "mp4", "video/mp4",
          "m4s", "video/iso.segment", // IANA, from ISO/IEC 23009-1
          "json", "application/json",
          "html", "text/html; charset=utf-8",
          "vtt", "text/vtt; charset=utf-8",
          "jpg", "image/jpeg",
          "txt", "text/plain; charset=utf-8");

  private MediaTypes() {}

  /** The media type of an object with this key. */
  public static String ofKey(String key) {
    return BY_ENDING.getOrDefault(key.substring(key.lastIndexOf('.') + 1), UNKNOWN);
  }
}
