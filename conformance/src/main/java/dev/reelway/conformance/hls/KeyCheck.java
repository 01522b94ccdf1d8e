package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Faults;

/** The attributes of EXT-X-KEY by METHOD, RFC 8216bis 4.4.4.4. */
final class KeyCheck {
  private KeyCheck() {}

  /** Checks the tag; whether the segments behind it are said to be encrypted. */
  static boolean encrypts(Tag tag, Faults faults) {
    AttributeList key = tag.attributes();
    boolean none = key.is("METHOD", "NONE");
    if (none && key.values().size() > 1) {
      faults.add(HlsRule.HLS_KEY, tag.line(), "METHOD=NONE alone", tag.value());
    }
    if (!none && key.text("URI").isEmpty()) {
      faults.add(HlsRule.HLS_KEY, tag.line(), "a URI", "none");
    }
    if (key.text("IV").filter(iv -> !iv.matches("0[xX][0-9a-fA-F]{32}")).isPresent()) {
      faults.add(HlsRule.HLS_KEY, tag.line(), "an IV of 128 bits", key.text("IV", ""));
    }
    return !none;
  }
}
