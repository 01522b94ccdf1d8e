package dev.reelway.conformance.bitstream;

import dev.reelway.conformance.rule.Rule;
import dev.reelway.conformance.rule.Severity;

/** What the coded pictures inside the samples must be. */
public enum BitstreamRule implements Rule {
  /** Units fill their sample. */
  BITSTREAM_READABLE(
      Severity.ERROR,
      "ISO/IEC 14496-15 5.3.3, 8.3.3; AV1-ISOBMFF 2.4",
      "The units of a coded picture fill its sample exactly, and one of them is a picture."),
  /** A segment can be started with. */
  BITSTREAM_STARTS_WITH_KEY(
      Severity.ERROR,
      "ISO/IEC 23000-19 7.3.2.3, RFC 8216bis 4.4.2.1, ISO/IEC 23009-1 5.3.7",
      "Every segment starts with a picture at which decoding can start: an IDR picture or an AV1"
          + " key frame."),
  /** Flags tell the truth. */
  BITSTREAM_SYNC_FLAGS(
      Severity.ERROR,
      "ISO/IEC 14496-12 8.8.3.1",
      "A sample is flagged as a place to start exactly when its picture is one."),
  /** Closed groups of pictures. */
  BITSTREAM_CLOSED_GROUPS(
      Severity.ERROR,
      "ISO/IEC 23000-19 7.3.2.3, RFC 8216bis 4.4.2.1",
      "No picture of a segment is shown before its first one, so that it needs nothing from"
          + " before."),
  /** Parameter sets stay outside. */
  BITSTREAM_SETS_OUT_OF_BAND(
      Severity.WARNING,
      "ISO/IEC 14496-15 5.4.2.1, 8.4.1.1",
      "The samples of an avc1 or hvc1 track hold no parameter sets."),
  /** Parameter sets are the same. */
  BITSTREAM_SETS_MATCH(
      Severity.ERROR,
      "ISO/IEC 14496-15 5.4.2.1, 8.4.1.1; AV1-ISOBMFF 2.4",
      "Parameter sets in the samples are those of the sample entry."),
  /** The set a slice names is there. */
  BITSTREAM_SETS_KNOWN(
      Severity.ERROR,
      "ITU-T H.264 7.4.3, ITU-T H.265 7.4.7.1",
      "Every picture parameter set that a slice names is in the sample entry."),
  /** The buffer. */
  BITSTREAM_BUFFER_KEPT(
      Severity.WARNING,
      "ITU-T H.264 annex C, ISO/IEC 14496-12 8.5.2",
      "At the highest bit rate that the track tells, no picture comes too late for a buffer of the"
          + " size it tells.");

  private final Severity severity;
  private final String source;
  private final String sentence;

  BitstreamRule(Severity severity, String source, String sentence) {
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
