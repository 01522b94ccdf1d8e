package dev.reelway.contracts.plan;

/** How a text track is stored. */
public enum TextFormat {
  /** WebVTT files without an init segment, for HLS (RFC 8216, 3.5). */
  WEBVTT,
  /** WebVTT in ISO BMFF samples (ISO/IEC 14496-30), for DASH. */
  WVTT,
  /** Documents of IMSC1 in ISO BMFF samples (ISO/IEC 14496-30), for both. */
  IMSC1;

  /** Whether HLS names tracks of this format. */
  public boolean inHls() {
    return this != WVTT;
  }

  /** Whether DASH names tracks of this format. */
  public boolean inDash() {
    return this != WEBVTT;
  }
}
