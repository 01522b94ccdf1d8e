package dev.reelway.conformance.delivery;

import dev.reelway.conformance.rule.Rule;
import dev.reelway.conformance.rule.Severity;

/** What must be there, and how it must be served. */
public enum DeliveryRule implements Rule {
  /** There is something to play. */
  DELIVERY_MANIFEST_EXISTS(
      Severity.ERROR,
      "RFC 8216bis 1, ISO/IEC 23009-1 4.2",
      "A package has an HLS playlist or a DASH MPD."),
  /** Files are there. */
  DELIVERY_FILE_EXISTS(
      Severity.ERROR,
      "RFC 8216bis 6.2.1, ISO/IEC 23009-1 5.3.9",
      "Every file that a manifest refers to is there."),
  /** Ranges are there. */
  DELIVERY_RANGE_EXISTS(
      Severity.ERROR,
      "RFC 8216bis 4.4.4.2, ISO/IEC 23009-1 5.3.9.2",
      "Every byte range that a manifest names lies inside its file."),
  /** Nothing is left over. */
  DELIVERY_NO_ORPHANS(
      Severity.WARNING,
      "Reelway docs/conformance-rules.md",
      "Every segment and every manifest is referred to, or is where players start."),
  /** Media types. */
  DELIVERY_CONTENT_TYPE(
      Severity.WARNING,
      "RFC 8216bis 4, ISO/IEC 23009-1 annex C, ISO/IEC 23000-19 annex F",
      "Files are served with the media type of their kind."),
  /** Other sites may play. */
  DELIVERY_CROSS_ORIGIN(
      Severity.WARNING,
      "Fetch Standard 3.2.3",
      "Files are served so that a page of another site may read them."),
  /** Caching. */
  DELIVERY_CACHING(
      Severity.INFO,
      "RFC 9111 5.2.2",
      "Segments may be cached for an hour or longer, and manifests say how long they may be.");

  private final Severity severity;
  private final String source;
  private final String sentence;

  DeliveryRule(Severity severity, String source, String sentence) {
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
