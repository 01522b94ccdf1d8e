package dev.reelway.conformance.hls;

import static dev.reelway.conformance.rule.Severity.ERROR;
import static dev.reelway.conformance.rule.Severity.INFO;
import static dev.reelway.conformance.rule.Severity.WARNING;

import dev.reelway.conformance.rule.Rule;
import dev.reelway.conformance.rule.Severity;

/**
 * What is demanded of playlists and of the WebVTT files they name. {@code RFC} is RFC 8216bis
 * (draft-pantos-hls-rfc8216bis), {@code Apple} the HLS Authoring Specification for Apple Devices.
 */
public enum HlsRule implements Rule {
  /** See {@link #sentence()}, as of all. */
  HLS_TEXT_ENCODING(ERROR, "RFC 4.1", "A playlist is UTF-8 without byte order mark or controls."),
  HLS_TEXT_LIMIT(ERROR, "Reelway", "A playlist stays within what a reader can be asked to take."),
  HLS_FIRST_LINE(ERROR, "RFC 4.4.1.1", "The first line of a playlist is #EXTM3U."),
  HLS_TAG_VALUE(ERROR, "RFC 4.4", "The value of a tag has the form the tag defines."),
  HLS_TAG_REPEATED(ERROR, "RFC 4.4", "A tag that describes the playlist stands there once."),
  HLS_TAG_MISPLACED(ERROR, "RFC 4.1", "A tag stands in the kind of playlist it is defined for."),
  HLS_TAG_UNKNOWN(INFO, "RFC 4.1", "Tags are those that the standard defines."),
  HLS_ATTRIBUTE_LIST(ERROR, "RFC 4.2", "An attribute list is NAME=value, separated by commas."),
  HLS_ATTRIBUTE_VALUE(ERROR, "RFC 4.2", "An attribute's value has the form its tag defines."),
  HLS_ATTRIBUTE_MISSING(ERROR, "RFC 4.4", "A tag has the attributes that it requires."),
  HLS_ATTRIBUTE_UNKNOWN(INFO, "RFC 4.2", "Attributes are those that the standard defines."),
  HLS_URI_LINE(ERROR, "RFC 4.4.4.1, 4.4.6.2", "A URI stands behind each EXTINF and STREAM-INF."),
  HLS_VERSION(ERROR, "RFC 8", "EXT-X-VERSION is high enough for the features that are used."),
  HLS_PLAYLIST_MISSING(ERROR, "RFC 4.4.6", "Each playlist that is named is there, and is one."),

  HLS_MEDIA_EMPTY(ERROR, "RFC 4.1", "A media playlist names segments."),
  HLS_TARGET_DURATION(
      ERROR, "RFC 4.4.3.1", "No segment, rounded, is longer than the target duration."),
  HLS_TARGET_DURATION_EQUAL(
      ERROR, "RFC 6.2.4, Apple 8.2", "All variants and renditions have one target duration."),
  HLS_PLAYLIST_TYPE(WARNING, "RFC 4.4.3.5", "The playlist of a whole title says it is VOD."),
  HLS_END_LIST(ERROR, "RFC 4.4.3.4", "The playlist of a whole title ends with EXT-X-ENDLIST."),
  HLS_SEGMENT_DURATION(
      ERROR, "RFC 4.4.4.1", "EXTINF is the duration of the segment, within a frame."),
  HLS_DURATION_SUM(
      ERROR, "Apple 8.1", "The sum of any run of EXTINF stays within a frame of the media."),
  HLS_MAP(ERROR, "RFC 3.1.2, 4.4.4.5", "Fragmented MP4 segments have an EXT-X-MAP."),
  HLS_BYTE_RANGE(ERROR, "RFC 4.4.4.2", "A byte range is well-formed and lies within its file."),
  HLS_BYTE_RANGE_OVERLAP(ERROR, "RFC 4.4.4.2", "Segments of one file do not overlap."),
  HLS_INDEPENDENT_SEGMENTS(
      ERROR, "RFC 4.4.2.1", "If a playlist says so, each segment can be decoded without others."),
  HLS_INDEPENDENT_SEGMENTS_MISSING(
      WARNING, "RFC 4.4.2.1", "Playlists say that their segments are independent, when they are."),
  HLS_DISCONTINUITY(
      ERROR, "RFC 4.4.4.3", "Where the media's time jumps there is an EXT-X-DISCONTINUITY."),
  HLS_DURATION_EQUAL(
      WARNING, "Apple 2.15, 8.3, 8.7", "All playlists of a title last equally long."),

  HLS_NO_VARIANTS(ERROR, "RFC 4.4.6.2", "A multivariant playlist names at least one variant."),
  HLS_BANDWIDTH(ERROR, "RFC 4.4.6.2", "BANDWIDTH is not below the peak of the worst combination."),
  HLS_AVERAGE_BANDWIDTH(
      ERROR, "RFC 4.4.6.2", "AVERAGE-BANDWIDTH is not below the worst combination's average."),
  HLS_AVERAGE_BANDWIDTH_MISSING(WARNING, "Apple 9.14", "Each variant has an AVERAGE-BANDWIDTH."),
  HLS_BANDWIDTH_LOOSE(
      WARNING, "RFC 4.4.6.2", "The declared rates are not more than a tenth above the media's."),
  HLS_PEAK_RATE(INFO, "Apple 1.30", "The peak rate is at most twice the average rate."),
  HLS_CODECS(ERROR, "RFC 4.4.6.2", "CODECS names exactly the codecs of the init segments."),
  HLS_CODECS_MISSING(WARNING, "RFC 4.4.6.2", "Each variant has CODECS."),
  HLS_RESOLUTION(ERROR, "RFC 4.4.6.2", "RESOLUTION is the size of the picture."),
  HLS_RESOLUTION_MISSING(WARNING, "RFC 4.4.6.2", "Each variant with video has a RESOLUTION."),
  HLS_FRAME_RATE(ERROR, "RFC 4.4.6.2", "FRAME-RATE is the frame rate of the media."),
  HLS_FRAME_RATE_MISSING(WARNING, "RFC 4.4.6.2", "Each variant with video has a FRAME-RATE."),
  HLS_FRAME_RATE_HIGH(WARNING, "Apple 1.19", "Frame rates are at most 60."),
  HLS_VIDEO_RANGE(ERROR, "RFC 4.4.6.2", "VIDEO-RANGE is the transfer function of the media."),
  HLS_SDR_VARIANT(WARNING, "Apple 1.24", "Where there is HDR there are SDR variants as well."),
  HLS_GROUP_MISSING(ERROR, "RFC 4.4.6.2", "The groups that a variant names are there."),
  HLS_GROUP_UNUSED(WARNING, "RFC 4.4.6.1.1", "Each group is named by a variant."),
  HLS_GROUP_NAME(ERROR, "RFC 4.4.6.1.1", "No two renditions of a group have the same NAME."),
  HLS_GROUP_DEFAULT(ERROR, "RFC 4.4.6.1.1", "A group has at most one DEFAULT rendition."),
  HLS_AUTOSELECT(ERROR, "RFC 4.4.6.1", "A DEFAULT rendition does not say AUTOSELECT=NO."),
  HLS_AUTOSELECT_ALIKE(
      ERROR, "RFC 4.4.6.1.1", "Renditions for automatic selection differ in what selects them."),
  HLS_GROUP_MEMBERS(ERROR, "RFC 4.4.6.2.1", "All groups of a type have the same renditions."),
  HLS_MEDIA_ATTRIBUTES(
      ERROR, "RFC 4.4.6.1", "EXT-X-MEDIA has the attributes of its TYPE and no others."),
  HLS_LANGUAGE(ERROR, "RFC 4.4.6.1, RFC 5646", "LANGUAGE is a language tag."),
  HLS_LANGUAGE_MISSING(INFO, "Apple 4.1", "Renditions of sound and text have a LANGUAGE."),
  HLS_CHANNELS(ERROR, "RFC 4.4.6.1", "CHANNELS is the number of channels of the media."),
  HLS_CHANNELS_MISSING(WARNING, "RFC 4.4.6.1", "Renditions of sound have CHANNELS."),
  HLS_STEREO(WARNING, "Apple 2.3", "A title with sound has it in stereo too."),
  HLS_KEY(ERROR, "RFC 4.4.4.4", "EXT-X-KEY has the attributes that its METHOD demands."),
  HLS_KEY_MISSING(ERROR, "RFC 4.4.4.4", "Encrypted segments have an EXT-X-KEY, clear ones none."),

  HLS_I_FRAMES_MISSING(WARNING, "Apple 6.1", "A title with video has I-frame playlists."),
  HLS_I_FRAMES_ONLY(
      ERROR, "RFC 4.4.3.6", "An I-frame playlist says EXT-X-I-FRAMES-ONLY, others do not."),
  HLS_I_FRAME_RANGE(
      ERROR, "RFC 4.4.3.6, Apple 6.10", "An I-frame's range is its moof and its whole sample."),
  HLS_IMAGES_ONLY(ERROR, "HLS image playlists 0.4", "An image playlist says EXT-X-IMAGES-ONLY."),
  HLS_TILES(ERROR, "HLS image playlists 0.4", "EXT-X-TILES fits the images and their durations."),

  VTT_HEADER(ERROR, "WebVTT 4.1, RFC 3.1.4", "Each segment of text starts with WEBVTT, in UTF-8."),
  VTT_TIMESTAMP_MAP(
      ERROR,
      "RFC 3.1.4, Apple 5.3",
      "All segments of a text have one well-formed X-TIMESTAMP-MAP."),
  VTT_TIMESTAMP_MAP_MISSING(WARNING, "RFC 3.1.4", "Each segment of text has an X-TIMESTAMP-MAP."),
  VTT_CUE(ERROR, "WebVTT 4.1", "Cues are well-formed, end after they start, in order."),
  VTT_CUE_OUTSIDE(ERROR, "RFC 3.1.4", "A cue lies in its segment or crosses its border."),
  VTT_CUE_REPEATED(
      ERROR, "RFC 3.1.4", "A cue that crosses a border stands in each segment that it touches."),
  VTT_COVERAGE(ERROR, "Apple 5.5", "The segments of text cover the whole title.");

  private final Severity severity;
  private final String source;
  private final String sentence;

  HlsRule(Severity severity, String source, String sentence) {
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
