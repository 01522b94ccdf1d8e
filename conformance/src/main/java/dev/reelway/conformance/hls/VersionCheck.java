package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Faults;
import java.util.List;
import java.util.regex.Pattern;

/** Which EXT-X-VERSION the tags of a playlist demand, RFC 8216bis clause 8. */
final class VersionCheck {
  private static final Pattern WITH_FRACTION = Pattern.compile("[0-9]+\\.[0-9]*,?.*");

  private VersionCheck() {}

  static void check(List<Tag> tags, Faults faults) {
    long declared =
        tags.stream()
            .filter(tag -> tag.name() == HlsTag.EXT_X_VERSION)
            .mapToLong(tag -> tag.value().matches("[0-9]{1,9}") ? Long.parseLong(tag.value()) : 1)
            .findFirst()
            .orElse(1);
    boolean iFramesOnly = tags.stream().anyMatch(tag -> tag.name() == HlsTag.EXT_X_I_FRAMES_ONLY);
    Tag greediest = null;
    int needed = 1;
    for (Tag tag : tags) {
      int version = needed(tag, iFramesOnly);
      if (version > needed) {
        needed = version;
        greediest = tag;
      }
    }
    if (greediest != null && declared < needed) {
      String found = declared + ", with #" + greediest.name().text();
      faults.add(HlsRule.HLS_VERSION, greediest.line(), "version " + needed + " or more", found);
    }
  }

  private static int needed(Tag tag, boolean iFramesOnly) {
    return switch (tag.name()) {
      case EXTINF -> WITH_FRACTION.matcher(tag.value()).matches() ? 3 : 1;
      case EXT_X_BYTERANGE, EXT_X_I_FRAMES_ONLY -> 4;
      case EXT_X_MAP -> iFramesOnly ? 5 : 6;
      case EXT_X_KEY -> key(tag.attributes());
      case EXT_X_DEFINE -> tag.attributes().text("QUERYPARAM").isPresent() ? 11 : 8;
      case EXT_X_SKIP -> 9;
      case EXT_X_MEDIA -> tag.attributes().text("INSTREAM-ID", "").startsWith("SERVICE") ? 7 : 1;
      case EXT_X_STREAM_INF, EXT_X_I_FRAME_STREAM_INF ->
          tag.attributes().text("REQ-VIDEO-LAYOUT").isPresent() ? 12 : 1;
      default -> 1;
    };
  }

  private static int key(AttributeList key) {
    if (key.text("KEYFORMAT").isPresent() || key.text("KEYFORMATVERSIONS").isPresent()) {
      return 5;
    }
    return key.text("IV").isPresent() ? 2 : 1;
  }
}
