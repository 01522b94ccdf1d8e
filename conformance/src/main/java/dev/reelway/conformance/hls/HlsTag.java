package dev.reelway.conformance.hls;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tags of RFC 8216bis 4.4, and those of image playlists; the constant's name is the tag. */
enum HlsTag {
  EXTM3U(Scope.BOTH, Form.NONE),
  EXT_X_VERSION(Scope.BOTH, Form.INTEGER),
  EXT_X_INDEPENDENT_SEGMENTS(Scope.BOTH, Form.NONE),
  EXT_X_START(Scope.BOTH, Form.ATTRIBUTES, "TIME-OFFSET:signed_float!", "PRECISE:YES|NO"),
  EXT_X_DEFINE(
      Scope.BOTH_REPEATED,
      Form.ATTRIBUTES,
      "NAME:quoted",
      "VALUE:quoted",
      "IMPORT:quoted",
      "QUERYPARAM:quoted"),

  EXT_X_TARGETDURATION(Scope.MEDIA, Form.INTEGER),
  EXT_X_MEDIA_SEQUENCE(Scope.MEDIA, Form.INTEGER),
  EXT_X_DISCONTINUITY_SEQUENCE(Scope.MEDIA, Form.INTEGER),
  EXT_X_ENDLIST(Scope.MEDIA, Form.NONE),
  EXT_X_PLAYLIST_TYPE(Scope.MEDIA, Form.TEXT),
  EXT_X_I_FRAMES_ONLY(Scope.MEDIA, Form.NONE),
  EXT_X_IMAGES_ONLY(Scope.MEDIA, Form.NONE),
  EXT_X_PART_INF(Scope.MEDIA, Form.ATTRIBUTES, "PART-TARGET:float!"),
  EXT_X_SERVER_CONTROL(
      Scope.MEDIA,
      Form.ATTRIBUTES,
      "CAN-SKIP-UNTIL:float",
      "CAN-SKIP-DATERANGES:YES|NO",
      "HOLD-BACK:float",
      "PART-HOLD-BACK:float",
      "CAN-BLOCK-RELOAD:YES|NO"),
  EXT_X_ALLOW_CACHE(Scope.MEDIA, Form.TEXT),

  EXTINF(Scope.SEGMENT, Form.TEXT),
  EXT_X_BYTERANGE(Scope.SEGMENT, Form.TEXT),
  EXT_X_DISCONTINUITY(Scope.SEGMENT, Form.NONE),
  EXT_X_KEY(
      Scope.SEGMENT,
      Form.ATTRIBUTES,
      "METHOD:NONE|AES-128|SAMPLE-AES|SAMPLE-AES-CTR!",
      "URI:quoted",
      "IV:hexadecimal",
      "KEYFORMAT:quoted",
      "KEYFORMATVERSIONS:quoted",
      "KEYID:hexadecimal"),
  EXT_X_MAP(Scope.SEGMENT, Form.ATTRIBUTES, "URI:quoted!", "BYTERANGE:quoted"),
  EXT_X_PROGRAM_DATE_TIME(Scope.SEGMENT, Form.TEXT),
  EXT_X_GAP(Scope.SEGMENT, Form.NONE),
  EXT_X_BITRATE(Scope.SEGMENT, Form.INTEGER),
  EXT_X_TILES(
      Scope.SEGMENT,
      Form.ATTRIBUTES,
      "RESOLUTION:resolution!",
      "LAYOUT:resolution!",
      "DURATION:float"),
  EXT_X_PART(
      Scope.SEGMENT,
      Form.ATTRIBUTES,
      "URI:quoted!",
      "DURATION:float!",
      "INDEPENDENT:YES",
      "BYTERANGE:quoted",
      "GAP:YES"),
  EXT_X_DATERANGE(Scope.MEDIA_REPEATED, Form.ATTRIBUTES, "ID:quoted!"),
  EXT_X_SKIP(Scope.MEDIA, Form.ATTRIBUTES, "SKIPPED-SEGMENTS:integer!"),
  EXT_X_PRELOAD_HINT(Scope.MEDIA_REPEATED, Form.ATTRIBUTES, "TYPE:PART|MAP!", "URI:quoted!"),
  EXT_X_RENDITION_REPORT(Scope.MEDIA_REPEATED, Form.ATTRIBUTES, "URI:quoted!"),

  EXT_X_MEDIA(
      Scope.MULTIVARIANT,
      Form.ATTRIBUTES,
      "TYPE:AUDIO|VIDEO|SUBTITLES|CLOSED-CAPTIONS!",
      "URI:quoted",
      "GROUP-ID:quoted!",
      "LANGUAGE:quoted",
      "ASSOC-LANGUAGE:quoted",
      "NAME:quoted!",
      "STABLE-RENDITION-ID:quoted",
      "DEFAULT:YES|NO",
      "AUTOSELECT:YES|NO",
      "FORCED:YES|NO",
      "INSTREAM-ID:quoted",
      "BIT-DEPTH:integer",
      "SAMPLE-RATE:integer",
      "CHARACTERISTICS:quoted",
      "CHANNELS:quoted",
      "PATHWAY-ID:quoted"),
  EXT_X_STREAM_INF(
      Scope.MULTIVARIANT,
      Form.ATTRIBUTES,
      "BANDWIDTH:integer!",
      "AVERAGE-BANDWIDTH:integer",
      "SCORE:float",
      "CODECS:quoted",
      "SUPPLEMENTAL-CODECS:quoted",
      "RESOLUTION:resolution",
      "FRAME-RATE:float",
      "HDCP-LEVEL:TYPE-0|TYPE-1|NONE",
      "ALLOWED-CPC:quoted",
      "VIDEO-RANGE:SDR|HLG|PQ",
      "REQ-VIDEO-LAYOUT:quoted",
      "STABLE-VARIANT-ID:quoted",
      "AUDIO:quoted",
      "VIDEO:quoted",
      "SUBTITLES:quoted",
      "CLOSED-CAPTIONS:any",
      "PATHWAY-ID:quoted",
      "NAME:quoted",
      "PROGRAM-ID:integer"),
  EXT_X_I_FRAME_STREAM_INF(
      Scope.MULTIVARIANT,
      Form.ATTRIBUTES,
      "BANDWIDTH:integer!",
      "AVERAGE-BANDWIDTH:integer",
      "SCORE:float",
      "CODECS:quoted",
      "SUPPLEMENTAL-CODECS:quoted",
      "RESOLUTION:resolution",
      "HDCP-LEVEL:TYPE-0|TYPE-1|NONE",
      "ALLOWED-CPC:quoted",
      "VIDEO-RANGE:SDR|HLG|PQ",
      "REQ-VIDEO-LAYOUT:quoted",
      "STABLE-VARIANT-ID:quoted",
      "VIDEO:quoted",
      "PATHWAY-ID:quoted",
      "PROGRAM-ID:integer",
      "URI:quoted!"),
  EXT_X_IMAGE_STREAM_INF(
      Scope.MULTIVARIANT,
      Form.ATTRIBUTES,
      "BANDWIDTH:integer!",
      "AVERAGE-BANDWIDTH:integer",
      "CODECS:quoted",
      "RESOLUTION:resolution",
      "STABLE-VARIANT-ID:quoted",
      "PATHWAY-ID:quoted",
      "VIDEO:quoted",
      "NAME:quoted",
      "URI:quoted!"),
  EXT_X_SESSION_DATA(
      Scope.MULTIVARIANT,
      Form.ATTRIBUTES,
      "DATA-ID:quoted!",
      "VALUE:quoted",
      "URI:quoted",
      "FORMAT:JSON|RAW",
      "LANGUAGE:quoted"),
  EXT_X_SESSION_KEY(
      Scope.MULTIVARIANT,
      Form.ATTRIBUTES,
      "METHOD:AES-128|SAMPLE-AES|SAMPLE-AES-CTR!",
      "URI:quoted!",
      "IV:hexadecimal",
      "KEYFORMAT:quoted",
      "KEYFORMATVERSIONS:quoted"),
  EXT_X_CONTENT_STEERING(
      Scope.MULTIVARIANT, Form.ATTRIBUTES, "SERVER-URI:quoted!", "PATHWAY-ID:quoted");

  /** In which kind of playlist a tag may stand, and how often. */
  enum Scope {
    /** Once in either. */
    BOTH,
    /** Any number in either. */
    BOTH_REPEATED,
    /** Once in a media playlist. */
    MEDIA,
    /** Any number in a media playlist. */
    MEDIA_REPEATED,
    /** Any number in a media playlist; says something of the segment behind it. */
    SEGMENT,
    /** Any number in a multivariant playlist. */
    MULTIVARIANT;

    boolean once() {
      return this == BOTH || this == MEDIA;
    }

    boolean media() {
      return this == MEDIA || this == MEDIA_REPEATED || this == SEGMENT;
    }
  }

  /** What follows the colon. */
  enum Form {
    /** Not even a colon. */
    NONE,
    /** A whole number. */
    INTEGER,
    /** A form of its own. */
    TEXT,
    /** An attribute list. */
    ATTRIBUTES
  }

  private static final Map<String, HlsTag> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(HlsTag::text, Function.identity()));

  private final Scope scope;
  private final Form form;

  @SuppressWarnings("ImmutableEnumChecker") // filled by the constructor alone
  private final Map<String, AttributeRule> attributes = new LinkedHashMap<>();

  HlsTag(Scope scope, Form form, String... attributes) {
    this.scope = scope;
    this.form = form;
    for (String attribute : attributes) {
      AttributeRule rule = AttributeRule.parse(attribute);
      this.attributes.put(rule.name(), rule);
    }
  }

  /** The tag as it stands in a playlist, without {@code #}. */
  String text() {
    return name().replace('_', '-');
  }

  Scope scope() {
    return scope;
  }

  Form form() {
    return form;
  }

  Map<String, AttributeRule> attributes() {
    return attributes;
  }

  static Optional<HlsTag> of(String text) {
    return Optional.ofNullable(BY_NAME.get(text));
  }
}
