package dev.reelway.conformance.dash;

import static dev.reelway.conformance.rule.Severity.ERROR;
import static dev.reelway.conformance.rule.Severity.WARNING;

import dev.reelway.conformance.rule.Rule;
import dev.reelway.conformance.rule.Severity;

/**
 * What is demanded of MPDs. {@code DASH} is ISO/IEC 23009-1, {@code IOP} the DASH-IF
 * interoperability points.
 */
public enum DashRule implements Rule {
  /** See {@link #sentence()}, as of all. */
  DASH_XML(ERROR, "DASH 5.2", "An MPD is well-formed XML without a DTD."),
  DASH_LIMIT(ERROR, "Reelway", "An MPD stays within what a reader can be asked to take."),
  DASH_ELEMENT(ERROR, "DASH Annex B", "An element holds the elements that its type allows."),
  DASH_ORDER(ERROR, "DASH Annex B", "Elements stand in the order of their type."),
  DASH_ATTRIBUTE(ERROR, "DASH Annex B", "An element has the attributes that its type allows."),
  DASH_VALUE(ERROR, "DASH Annex B", "An attribute's value has the form of its type."),
  DASH_REQUIRED(ERROR, "DASH Annex B", "What a type requires is there, as often as it allows."),
  DASH_ID(ERROR, "DASH 5.3", "Ids are unique among their kind in a Period."),
  DASH_EMPTY(ERROR, "DASH 5.3.2", "A title has a Representation with segments."),
  DASH_PROFILE(ERROR, "DASH 8", "An MPD keeps the restrictions of the profiles it names."),
  DASH_ADDRESSING(ERROR, "DASH 5.3.9", "Each Representation says where its segments are."),
  DASH_TEMPLATE(ERROR, "DASH 5.3.9.4.4", "A template has known identifiers and paired $."),
  DASH_TIMELINE(ERROR, "DASH 5.3.9.6", "A SegmentTimeline has no gaps and no overlaps."),
  DASH_TIMESCALE(WARNING, "CMAF 7.3.4", "The Representations of a set have one timescale."),
  DASH_DURATION(
      ERROR, "DASH 5.3.1.2", "mediaPresentationDuration is there and fits periods and segments."),
  DASH_MAX_SEGMENT_DURATION(ERROR, "DASH 5.3.1.2", "No segment is longer than maxSegmentDuration."),
  DASH_SEGMENT_START(
      ERROR, "DASH 7.2.1", "A segment starts in the media where the MPD says, within a sample."),
  DASH_SEGMENT_DURATION(
      ERROR, "DASH 5.3.9.6", "A segment lasts as long as the MPD says, within a sample."),
  DASH_SEGMENT_SUM(
      ERROR, "DASH 5.3.9.5", "Segments by number do not drift from their duration by half."),
  DASH_BANDWIDTH(
      ERROR, "DASH 5.3.5.2", "At @bandwidth, data is there in time after minBufferTime."),
  DASH_ALIGNMENT(
      ERROR, "DASH 5.3.3.2", "Where segmentAlignment is true, segments start and end together."),
  DASH_BITSTREAM_SWITCHING(
      ERROR, "DASH 7.3.3.2", "Where bitstreamSwitching is true, one init segment serves all."),
  DASH_START_WITH_SAP(ERROR, "DASH 5.3.7.2", "Segments start with the access point they claim."),
  DASH_CODECS(ERROR, "DASH 5.3.7.2", "@codecs is the codec of the init segment."),
  DASH_CODECS_MISSING(WARNING, "IOP 4.3", "Each Representation of media has @codecs."),
  DASH_MIME_TYPE(ERROR, "DASH 5.3.7.2", "mimeType and contentType are those of the media."),
  DASH_FRAME_RATE(ERROR, "DASH 5.3.7.2", "@frameRate is the frame rate of the media."),
  DASH_SIZE(ERROR, "DASH 5.3.7.2", "@width and @height are those of the media."),
  DASH_SAR(ERROR, "DASH 5.3.7.2", "@sar is the shape of the media's pixels."),
  DASH_SAMPLING_RATE(ERROR, "DASH 5.3.7.2", "@audioSamplingRate is that of the media."),
  DASH_MAXIMA(ERROR, "DASH 5.3.3.2", "No Representation exceeds the maxima of its set."),
  DASH_LANGUAGE(ERROR, "DASH 5.3.3.2, RFC 5646", "@lang is a language tag."),
  DASH_ROLE(ERROR, "DASH 5.8.5.5", "Roles and accessibility are words of their scheme."),
  DASH_MAIN_ROLE(WARNING, "IOP 3.9.4", "Among several sets of sound one has the role main."),
  DASH_SETS_ALIKE(WARNING, "IOP 3.9.4", "Sets of a kind differ in language, role or label."),
  DASH_CHANNELS(ERROR, "DASH 5.8.5.4", "AudioChannelConfiguration is that of the media."),
  DASH_CHANNELS_MISSING(WARNING, "IOP 6.3", "Sound has an AudioChannelConfiguration."),
  DASH_COLOUR(ERROR, "IOP 10, ISO/IEC 23091-2", "Colour descriptors are the media's colour."),
  DASH_COLOUR_MISSING(WARNING, "IOP 10", "HDR video has descriptors of its colour."),
  DASH_THUMBNAILS(ERROR, "IOP 6.2.6", "Thumbnails are tiles as their descriptor says."),
  DASH_TRICK_MODE(ERROR, "IOP 3.2.9", "A trick mode set names the set it belongs to."),
  DASH_CONTENT_PROTECTION(
      ERROR, "DASH 5.8.4.1", "Encrypted media has a ContentProtection with its key's id."),
  DASH_HLS_VIEW(ERROR, "Reelway", "HLS and DASH name the same segments of a track."),
  DASH_HLS_TRACKS(WARNING, "Reelway", "HLS and DASH offer the same pictures and sound.");

  private final Severity severity;
  private final String source;
  private final String sentence;

  DashRule(Severity severity, String source, String sentence) {
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
