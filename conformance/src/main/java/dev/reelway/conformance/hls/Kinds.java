package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.CodecNames;
import dev.reelway.conformance.model.MediaKind;
import java.util.List;
import java.util.Set;

/** What a playlist holds, by the tag that names it. */
final class Kinds {
  private static final Set<String> SOUND =
      Set.of("mp4a", "ac-3", "ec-3", "ac-4", "opus", "Opus", "fLaC", "alac", "mp3");

  private Kinds() {}

  static MediaKind of(Variant variant) {
    return switch (variant.kind()) {
      case STREAM -> hasVideo(variant) ? MediaKind.VIDEO : MediaKind.AUDIO;
      case I_FRAMES -> MediaKind.KEY_FRAMES;
      case IMAGES -> MediaKind.IMAGES;
    };
  }

  static MediaKind of(MediaRendition rendition) {
    return switch (rendition.type()) {
      case "AUDIO" -> MediaKind.AUDIO;
      case "SUBTITLES" -> MediaKind.TEXT;
      default -> MediaKind.VIDEO;
    };
  }

  /** Whether a variant has pictures: it says their size, or names more than codecs of sound. */
  static boolean hasVideo(Variant variant) {
    List<String> codecs = CodecNames.list(variant.attributes().text("CODECS", ""));
    return variant.attributes().text("RESOLUTION").isPresent()
        || codecs.isEmpty()
        || codecs.stream().anyMatch(codec -> !isSound(codec) && !isText(codec));
  }

  static boolean isSound(String codec) {
    return SOUND.contains(codec.split("\\.", 2)[0]);
  }

  static boolean isText(String codec) {
    return codec.equals("wvtt") || codec.startsWith("stpp");
  }
}
