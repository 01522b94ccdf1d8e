package dev.reelway.conformance.decode;

import dev.reelway.conformance.rule.Rule;
import dev.reelway.conformance.rule.Severity;

/** What a whole decode must show, alone and against the master. */
public enum DecodeRule implements Rule {
  /** Nothing stands in the way. */
  DECODE_POSSIBLE(
      Severity.INFO,
      "Reelway docs/conformance-rules.md",
      "A track can be decoded: it is not encrypted, and its codec is known."),
  /** No errors. */
  DECODE_WITHOUT_ERRORS(
      Severity.ERROR,
      "ITU-T H.264 C.4, ITU-T H.265 C.4, AV1 7.1, ISO/IEC 14496-3 4.5",
      "A decoder decodes every sample without errors."),
  /** No warnings. */
  DECODE_WITHOUT_WARNINGS(
      Severity.WARNING,
      "Reelway docs/conformance-rules.md",
      "A decoder has nothing to complain about."),
  /** A frame of each sample. */
  DECODE_FRAME_COUNT(
      Severity.ERROR,
      "ISO/IEC 23000-19 7.3.2.2",
      "Every sample of a video segment gives one picture, shown in the time of the segment."),
  /** Sound of each sample. */
  DECODE_SAMPLE_COUNT(
      Severity.ERROR,
      "ISO/IEC 14496-12 8.8.8",
      "A segment of sound decodes to as much sound as its samples last."),
  /** All of the master's frames. */
  DECODE_MASTER_FRAMES(
      Severity.ERROR,
      "Reelway docs/conformance-rules.md",
      "A video track shows every frame of the master, or every second, third and so on."),
  /** All of the master's sound. */
  DECODE_MASTER_SAMPLES(
      Severity.WARNING,
      "Apple HLS Authoring Specification 2.15",
      "Sound lasts as long as the master's title, to within one packet."),
  /** The same pictures. */
  DECODE_MASTER_PICTURE(
      Severity.WARNING,
      "Reelway docs/conformance-rules.md",
      "Pictures are those that the master shows at the same time: from key picture to key picture,"
          + " XPSNR is at least 12 dB, and at least 20 dB or less than 15 dB below the track's"
          + " middle."),
  /** Joins like the rest. */
  DECODE_JOIN_QUALITY(
      Severity.WARNING,
      "Reelway docs/conformance-rules.md",
      "Pictures beside the start of a segment are not worse than those beside other key pictures,"
          + " by more than 0.5 dB and twice the uncertainty."),
  /** The same dynamics. */
  DECODE_MASTER_LEVEL(
      Severity.WARNING,
      "Reelway docs/conformance-rules.md",
      "Every segment of sound is as loud as the master's, to within 3 dB, the level of the whole"
          + " track apart."),
  /** The same level. */
  DECODE_MASTER_GAIN(
      Severity.INFO,
      "Reelway docs/conformance-rules.md",
      "The level of a sound track is that of the master, to within 1 dB.");

  private final Severity severity;
  private final String source;
  private final String sentence;

  DecodeRule(Severity severity, String source, String sentence) {
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
