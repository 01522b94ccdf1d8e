package dev.reelway.conformance.align;

import dev.reelway.conformance.rule.Rule;
import dev.reelway.conformance.rule.Severity;

/** What the tracks of a package must have in common. */
public enum AlignmentRule implements Rule {
  /** As many segments. */
  ALIGN_SEGMENT_COUNT(
      Severity.ERROR,
      "ISO/IEC 23000-19 7.3.4.1, RFC 8216bis 6.2.4",
      "All video renditions have the same number of segments."),
  /** The same boundaries. */
  ALIGN_SEGMENT_STARTS(
      Severity.ERROR,
      "ISO/IEC 23000-19 7.3.4.1, ISO/IEC 23009-1 5.3.3.2",
      "Segments of all video renditions start at the same times, exactly."),
  /** The same end. */
  ALIGN_VIDEO_END(
      Severity.ERROR,
      "ISO/IEC 23000-19 7.3.4.1",
      "All video renditions end at the same time, exactly."),
  /** Sound starts with the picture. */
  ALIGN_AUDIO_START(
      Severity.WARNING,
      "Apple HLS Authoring Specification 8.3",
      "Sound starts with the picture, to within one packet of sound."),
  /** Sound ends with the picture. */
  ALIGN_AUDIO_END(
      Severity.WARNING,
      "Apple HLS Authoring Specification 8.3, 2.15",
      "Sound ends with the picture, to within one packet of sound and one picture."),
  /** Sound is cut like the picture. */
  ALIGN_AUDIO_SEGMENTS(
      Severity.WARNING,
      "Apple HLS Authoring Specification 8.7",
      "Each segment of sound starts with the segment of the picture, to within one packet of"
          + " sound."),
  /** Text covers the title. */
  ALIGN_TEXT_COVERS(
      Severity.WARNING,
      "Apple HLS Authoring Specification 5.3",
      "Text in segments starts and ends with the picture, to within one picture.");

  private final Severity severity;
  private final String source;
  private final String sentence;

  AlignmentRule(Severity severity, String source, String sentence) {
    this.severity = severity;
    this.source = source;
    this.sentence = sentence;
  }

  @Override
  public Severity severity() {
    return severity;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
