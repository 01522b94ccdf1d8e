package dev.reelway.conformance.track;

import dev.reelway.conformance.rule.Rule;
import dev.reelway.conformance.rule.Severity;

/** What the boxes of init segments and segments must be. */
public enum CmafRule implements Rule {
  /** An init segment can be read. */
  CMAF_INIT_READABLE(
      Severity.ERROR,
      "ISO/IEC 23000-19 7.3.1",
      "An init segment is well-formed and holds a file type, a movie and a track."),
  /** A segment can be read. */
  CMAF_SEGMENT_READABLE(
      Severity.ERROR,
      "ISO/IEC 23000-19 7.3.2",
      "A segment is made of whole, well-formed boxes: movie fragments, each with its media data."),
  /** Numbers make sense. */
  CMAF_NUMBERS_POSSIBLE(
      Severity.ERROR,
      "ISO/IEC 14496-12 8.4.2, 8.8.12",
      "Times and timescales are such that 64 bits can hold them."),
  /** The brands. */
  CMAF_BRANDS(
      Severity.WARNING,
      "ISO/IEC 23000-19 7.2",
      "An init segment names a CMAF brand: cmfc, cmf2 or a later one."),
  /** The segment's brand. */
  CMAF_SEGMENT_TYPE(
      Severity.INFO,
      "ISO/IEC 23000-19 7.3.3.1",
      "A segment starts with a segment type box, and it names a CMAF brand."),
  /** One track. */
  CMAF_ONE_TRACK(
      Severity.WARNING, "ISO/IEC 23000-19 7.3.1", "A file holds one track and not several."),
  /** The declared kind. */
  CMAF_KIND_MATCHES(
      Severity.ERROR,
      "ISO/IEC 14496-12 8.4.3",
      "A track holds the kind of media that the manifest says: pictures, sound or text."),
  /** Fragments are announced. */
  CMAF_FRAGMENTS_ANNOUNCED(
      Severity.ERROR,
      "ISO/IEC 14496-12 8.8.3",
      "The movie announces fragments with defaults for the track."),
  /** No samples in the init segment. */
  CMAF_INIT_WITHOUT_SAMPLES(
      Severity.ERROR, "ISO/IEC 23000-19 7.3.1", "An init segment holds no samples of its own."),
  /** Pictures have no edit list. */
  CMAF_VIDEO_WITHOUT_EDITS(
      Severity.WARNING,
      "ISO/IEC 23000-19 7.5.13",
      "A video track has no edit list, so that its times are the same in every player."),
  /** A simple edit list. */
  CMAF_EDIT_LIST_SIMPLE(
      Severity.WARNING,
      "ISO/IEC 23000-19 7.5.13",
      "An edit list is one entry at normal speed that only says where the presentation starts."),
  /** Priming is told. */
  CMAF_PRIMING_SIGNALLED(
      Severity.WARNING,
      "ISO/IEC 14496-12 8.6.6, ISO/IEC 14496-24",
      "An AAC track says by an edit list how much of its start is the encoder's priming."),
  /** The sample entry has its configuration. */
  CMAF_CODEC_CONFIGURED(
      Severity.ERROR,
      "ISO/IEC 14496-12 8.5.2",
      "A sample entry has its codec's configuration, and it can be read."),
  /** The codec is one that is looked into. */
  CMAF_CODEC_KNOWN(
      Severity.INFO,
      "ISO/IEC 14496-12 8.5.2",
      "The codec is one that this check can look into; of others it judges the boxes alone."),
  /** The configuration agrees with the parameter sets. */
  CMAF_CONFIGURATION_MATCHES(
      Severity.ERROR,
      "ISO/IEC 14496-15 5.3.3, 8.3.3; AV1-ISOBMFF 2.3",
      "Profile, level and sample format of the configuration are those of its parameter sets."),
  /** The size agrees with the parameter sets. */
  CMAF_SIZE_MATCHES(
      Severity.ERROR,
      "ISO/IEC 14496-12 12.1.3",
      "Width and height of the sample entry are those of the parameter sets."),
  /** Colour is there. */
  CMAF_COLOUR_TOLD(
      Severity.WARNING,
      "ISO/IEC 23000-19 9.4.2.2",
      "A video sample entry says its colour if the parameter sets do."),
  /** Colour agrees. */
  CMAF_COLOUR_MATCHES(
      Severity.ERROR,
      "ISO/IEC 14496-12 12.1.5",
      "The colour of the sample entry is that of the parameter sets."),
  /** Pixel shape. */
  CMAF_PIXEL_SHAPE_TOLD(
      Severity.INFO, "ISO/IEC 14496-12 12.1.4", "A video sample entry says the shape of a pixel."),
  /** Square pixels agree. */
  CMAF_PIXEL_SHAPE_MATCHES(
      Severity.ERROR,
      "ISO/IEC 14496-12 12.1.4",
      "The shape of a pixel in the sample entry is that of the parameter sets."),
  /** HDR description. */
  CMAF_HDR_DESCRIBED(
      Severity.INFO,
      "ISO/IEC 23000-19 B.5",
      "A PQ video track describes its mastering display and its brightest light."),
  /** HDR only with PQ. */
  CMAF_HDR_WITH_PQ(
      Severity.WARNING,
      "ISO/IEC 14496-12 12.1.6",
      "Only a PQ or HLG video track describes a mastering display or the brightest light."),
  /** Bit rate is there. */
  CMAF_BIT_RATE_TOLD(
      Severity.INFO,
      "ISO/IEC 14496-12 8.5.2",
      "A sample entry tells the highest bit rate, which players use to size their buffers."),
  /** Track ids. */
  CMAF_TRACK_ID_MATCHES(
      Severity.ERROR,
      "ISO/IEC 14496-12 8.8.7",
      "A movie fragment belongs to the track of the init segment."),
  /** Relative addressing. */
  CMAF_ADDRESSES_RELATIVE(
      Severity.ERROR,
      "ISO/IEC 23000-19 7.5.16, RFC 8216bis 3.1.2",
      "Data offsets count from the movie fragment, never from the start of a file."),
  /** One run. */
  CMAF_ONE_RUN(
      Severity.INFO,
      "ISO/IEC 23000-19 7.5.18",
      "A movie fragment has one track fragment with one run."),
  /** Decode time is there. */
  CMAF_TFDT_PRESENT(
      Severity.ERROR,
      "ISO/IEC 23000-19 7.5.17",
      "Every track fragment tells the decode time of its first sample."),
  /** Decode times go on. */
  CMAF_TFDT_CONTINUOUS(
      Severity.ERROR,
      "ISO/IEC 23000-19 7.3.2.2",
      "A fragment's decode time is where the fragment before ended, exact to the tick."),
  /** Presentation goes on. */
  CMAF_PRESENTATION_CONTINUOUS(
      Severity.ERROR,
      "ISO/IEC 23000-19 7.3.2.2",
      "A segment is presented from where the segment before ended, exact to the tick."),
  /** Samples cover their segment. */
  CMAF_PRESENTATION_FILLED(
      Severity.ERROR,
      "ISO/IEC 23000-19 7.3.2.2",
      "The pictures of a segment are shown one after the other, without gaps or two at once."),
  /** Samples last. */
  CMAF_SAMPLE_DURATION(
      Severity.WARNING, "ISO/IEC 14496-12 8.8.8", "Every sample has a duration above zero."),
  /** The run covers the data. */
  CMAF_TRUN_FILLS_MDAT(
      Severity.ERROR,
      "ISO/IEC 23000-19 7.3.2.3",
      "The samples cover the media data from its first byte to its last."),
  /** Sequence numbers. */
  CMAF_SEQUENCE_RISES(
      Severity.WARNING,
      "ISO/IEC 14496-12 8.8.5",
      "The sequence numbers of fragments rise in the order of the segments."),
  /** The index tells the truth. */
  CMAF_SIDX_TRUE(
      Severity.ERROR,
      "ISO/IEC 14496-12 8.16.3",
      "A segment index tells the sizes, durations and times of the fragments behind it."),
  /** Encryption is described. */
  CMAF_PROTECTION_DESCRIBED(
      Severity.ERROR,
      "ISO/IEC 23001-7 4.2",
      "An encrypted track says its codec, scheme and default key."),
  /** Scheme. */
  CMAF_PROTECTION_SCHEME(
      Severity.ERROR,
      "ISO/IEC 23000-19 8.2",
      "An encrypted track uses the scheme cenc or cbcs, with the pattern that the scheme asks"
          + " for."),
  /** Sample information. */
  CMAF_PROTECTION_OF_SAMPLES(
      Severity.ERROR,
      "ISO/IEC 23001-7 7.1, 7.2",
      "Every fragment of an encrypted track tells how each of its samples is encrypted.");

  private final Severity severity;
  private final String source;
  private final String sentence;

  CmafRule(Severity severity, String source, String sentence) {
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
