package dev.reelway.conformance.model;

/** What a declared track holds. */
public enum MediaKind {
  /** Pictures in CMAF segments. */
  VIDEO,
  /** Sound in CMAF segments. */
  AUDIO,
  /** Text in CMAF segments, which have an init segment. */
  TEXT,
  /** Text as WebVTT or TTML files. */
  TEXT_FILES,
  /** Pictures as image files, such as thumbnail tiles. */
  IMAGES,
  /** Single key frames: ranges of the segments of another or of its own track. */
  KEY_FRAMES;

  /** What the boxes of such a track call it. */
  public MediaKind inBoxes() {
    return this == KEY_FRAMES ? VIDEO : this;
  }

  /** Whether the segments are CMAF segments, read and measured by the track check. */
  public boolean isCmaf() {
    return this == VIDEO || this == AUDIO || this == TEXT;
  }
}
