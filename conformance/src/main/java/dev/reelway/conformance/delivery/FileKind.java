package dev.reelway.conformance.delivery;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Kinds of files of a package, by the end of their names, with the media types that fit them. */
enum FileKind {
  PLAYLIST(
      Set.of("m3u8"),
      Set.of(
          "application/vnd.apple.mpegurl",
          "application/x-mpegurl",
          "audio/mpegurl",
          "audio/x-mpegurl")),
  MPD(Set.of("mpd"), Set.of("application/dash+xml")),
  SEGMENT(
      Set.of("mp4", "m4s", "m4v", "m4a", "m4i", "cmfv", "cmfa", "cmft", "cmfm"),
      Set.of(
          "video/mp4", "audio/mp4", "application/mp4", "video/iso.segment", "audio/iso.segment")),
  TEXT(Set.of("vtt", "webvtt"), Set.of("text/vtt")),
  TIMED_TEXT(Set.of("ttml", "dfxp"), Set.of("application/ttml+xml")),
  JPEG(Set.of("jpg", "jpeg"), Set.of("image/jpeg")),
  PNG(Set.of("png"), Set.of("image/png"));

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> endings;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> mediaTypes;

  FileKind(Set<String> endings, Set<String> mediaTypes) {
    this.endings = endings;
    this.mediaTypes = mediaTypes;
  }

  static Optional<FileKind> of(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (FileKind kind : values()) {
      if (kind.endings.contains(ending)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Whether this media type, parameters aside, fits. */
  boolean allows(String contentType) {
    return mediaTypes.contains(contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT));
  }

  Set<String> mediaTypes() {
    return mediaTypes;
  }

  /** Whether such a file is of no use unless a manifest refers to it. */
  boolean isPartOfTitle() {
    return isManifest() || this == SEGMENT;
  }

  boolean isManifest() {
    return this == PLAYLIST || this == MPD;
  }
}
