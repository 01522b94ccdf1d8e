package dev.reelway.contracts.master;

import java.util.Arrays;
import java.util.Optional;

/**
 * Everything that an inspection or a plan can tell a content person. The {@link #code()} is stable:
 * scripts and support may rely on it. {@code docs/finding-codes.md} is made from this list.
 */
public enum FindingCode {
  /** The file ends early and the rest is used. */
  MASTER_CUT(
      Kind.WARNING,
      "The file ends before its own tables say so; the title ends there.",
      "Upload the complete file."),
  /** A stream that people may miss. */
  STREAM_LEFT_OUT(
      Kind.WARNING,
      "A sound or subtitle stream is not in the title.",
      "Deliver it in a supported format if it is wanted."),

  /** Frames repeated or left out. */
  RATE_VARIABLE(
      Kind.CONVERSION,
      "The frames come unevenly or at an unusual rate and are brought to a constant one.",
      "Deliver a constant frame rate if movement stutters."),
  /** A long standing picture. */
  PICTURE_STANDS(
      Kind.WARNING,
      "One picture is shown for more than a minute, because the next one comes so late.",
      "Look whether pictures are missing there."),
  /** A recording whose clock jumps. */
  CLOCK_JUMPS(
      Kind.WARNING,
      "The time stamps jump; the title goes on with the next picture, without a gap.",
      "Look whether anything is missing there."),
  /** Fields made frames. */
  DEINTERLACED(
      Kind.CONVERSION,
      "The picture is interlaced; each of its fields becomes a full frame.",
      "Nothing; `interlaced: frames` in the ladder file halves the frame rate."),
  /** Another size or format from somewhere on. */
  PICTURE_CHANGES(
      Kind.WARNING,
      "The size or format of the picture changes inside the file; it is fitted into the same"
          + " shape.",
      "Look at the title there."),
  /** Left and right exchanged. */
  MIRRORED(Kind.CONVERSION, "The picture is mirrored, as the file asks for.", "Nothing."),
  /** Clean aperture. */
  CROPPED(Kind.CONVERSION, "Edges that are not meant to be seen are cut off.", "Nothing."),
  /** Transparency. */
  ALPHA_OVER_BLACK(Kind.CONVERSION, "Where the picture is transparent, black is seen.", "Nothing."),
  /** Rotation baked in. */
  ROTATED(Kind.CONVERSION, "The picture is turned upright.", "Nothing."),
  /** Non-square pixels scaled. */
  PIXELS_SQUARED(
      Kind.CONVERSION, "Pixels that are not square are stretched to the true shape.", "Nothing."),
  /** Odd sizes scaled. */
  SIZE_MADE_EVEN(Kind.CONVERSION, "An odd width or height is scaled to an even one.", "Nothing."),
  /** Colour by rule. */
  COLOUR_ASSUMED(
      Kind.CONVERSION,
      "The colour is not tagged and is taken for what is usual for the picture's size.",
      "Tag the colour when exporting if it looks wrong."),
  /** To BT.709. */
  COLOUR_CONVERTED(Kind.CONVERSION, "The colours are converted to BT.709.", "Nothing."),
  /** To YUV. */
  RGB_CONVERTED(Kind.CONVERSION, "An RGB picture is converted to YUV 4:2:0.", "Nothing."),
  /** To video range. */
  RANGE_LIMITED(Kind.CONVERSION, "Full-range brightness is converted to video range.", "Nothing."),
  /** To 4:2:0. */
  CHROMA_REDUCED(
      Kind.CONVERSION, "The colour resolution is reduced to what players show.", "Nothing."),
  /** To 8 bits. */
  DEPTH_REDUCED(
      Kind.CONVERSION,
      "The bits per sample are reduced to 8.",
      "Nothing; HEVC and AV1 rungs keep ten bits."),
  /** PQ or HLG. */
  HDR(Kind.FACT, "The picture is in high dynamic range.", "Nothing."),
  /** Dolby Vision taken for its base layer. */
  DOLBY_VISION_BASE_LAYER(
      Kind.CONVERSION,
      "The picture is Dolby Vision; its base layer is used alone.",
      "Look at the title; it is what a player without Dolby Vision shows."),
  /** Dynamic metadata. */
  HDR10_PLUS_DROPPED(
      Kind.CONVERSION, "HDR10+ accompanies the picture and is dropped; HDR10 remains.", "Nothing."),
  /** HDR to SDR. */
  TONE_MAPPED(
      Kind.CONVERSION,
      "Renditions in standard dynamic range are made of a master in high dynamic range.",
      "Look at bright places; deliver a graded SDR master if they matter."),
  /** No HDR of an SDR master. */
  HDR_RUNGS_LEFT_OUT(
      Kind.FACT,
      "The master is in standard dynamic range, so the ladder's HDR rungs are left out.",
      "Nothing."),
  /** Poor picture. */
  BITRATE_LOW(
      Kind.WARNING,
      "The picture has few bits for its size; the title cannot look better.",
      "Deliver a master of a higher bit rate."),
  /** A dark stretch inside. */
  BLACK_STRETCH(
      Kind.WARNING,
      "The picture is black for a while in the middle of the title.",
      "Look whether a shot is missing there."),
  /** A dark start or end. */
  BLACK_EDGE(Kind.FACT, "The title starts or ends with black.", "Nothing, if it is meant."),
  /** A standing picture. */
  FROZEN_STRETCH(
      Kind.WARNING,
      "The picture stands still for a while.",
      "Look whether the export stalled there."),
  /** Fields in a file that says progressive. */
  INTERLACED_UNTAGGED(
      Kind.WARNING,
      "The file says progressive, but its pictures consist of two fields.",
      "Tag the field order when exporting, or export progressive pictures."),
  /** Fields in the other order. */
  FIELD_ORDER_WRONG(
      Kind.WARNING,
      "The fields follow each other in another order than the file says; the seen one is used.",
      "Tag the right field order when exporting if movement looks torn."),
  /** Whole pictures in a file that says interlaced. */
  PROGRESSIVE_INSIDE(
      Kind.FACT,
      "The file says interlaced, but its pictures are whole ones.",
      "Tag the file as progressive when exporting."),
  /** Burnt-in bars. */
  BARS(
      Kind.FACT,
      "The picture has black bars burnt in.",
      "Deliver the picture without bars for a sharper title."),
  /** Enlarged picture. */
  UPSCALED_LOOK(
      Kind.WARNING,
      "The picture has no detail as fine as its size allows, as if it had been enlarged.",
      "Deliver the original size if there is one."),
  /** Bridged pictures. */
  PICTURE_DAMAGED(
      Kind.WARNING,
      "Parts of the picture cannot be decoded and are bridged, as was asked for.",
      "Replace the master if the stretch matters."),

  /** No sound at all. */
  SILENT(Kind.WARNING, "The master has no sound track.", "Add the sound if there should be any."),
  /** A track without sound. */
  SILENT_TRACK(
      Kind.WARNING, "A sound track is silent from start to end.", "Check the export's routing."),
  /** Silence inside. */
  SILENCE_STRETCH(
      Kind.WARNING,
      "A sound track is silent for a while in the middle of the title.",
      "Listen whether it is meant."),
  /** Untagged tracks. */
  LANGUAGE_MISSING(
      Kind.WARNING,
      "One of several sound or text tracks has no language tag.",
      "Say it with --stream N,language=…"),
  /** Broadcast layouts. */
  MONO_TRACKS_JOINED(
      Kind.CONVERSION,
      "Several mono tracks are put together to stereo or surround by their number.",
      "Say what they are with audio.monoTracks in the ladder file if that is wrong."),
  /** Other channels than stereo. */
  SOUND_MIXED(
      Kind.CONVERSION,
      "Stereo is mixed from mono or surround by the coefficients of ITU-R BS.775.",
      "Deliver a stereo mix of its own if there is one."),
  /** Other rates. */
  SAMPLE_RATE_CONVERTED(
      Kind.CONVERSION, "The sample rate is converted to the ladder's.", "Nothing."),
  /** Normalised. */
  LOUDNESS_ADJUSTED(
      Kind.CONVERSION,
      "Sound tracks are brought to the loudness that the ladder asks for.",
      "Nothing."),
  /** A sidecar with more than sound. */
  SIDECAR_PICTURE_IGNORED(
      Kind.FACT, "A file beside the master also holds a picture, which is not used.", "Nothing."),
  /** Late sound. */
  SOUND_STARTS_LATE(
      Kind.WARNING,
      "A sound track starts after the picture; silence fills the start.",
      "Check that sound and picture are in step."),
  /** Long sound. */
  SOUND_LONGER(
      Kind.WARNING,
      "A sound track is longer than the picture and is cut off.",
      "Check that the picture is complete."),
  /** Short sound. */
  SOUND_SHORTER(
      Kind.WARNING,
      "A sound track ends before the picture; silence fills the end.",
      "Check that the sound is complete."),
  /** Measured loudness. */
  LOUDNESS(
      Kind.FACT,
      "Programme loudness, loudness range and true peak of a track (EBU R 128).",
      "Nothing."),
  /** Unusual loudness. */
  LOUDNESS_FAR_OFF(
      Kind.WARNING,
      "A track is far louder or quieter than programmes are.",
      "Normalise the loudness, -23 LUFS for broadcast, about -16 for the web."),
  /** Overshooting peaks. */
  TRUE_PEAK_HIGH(
      Kind.WARNING,
      "The peaks of a track go beyond full scale and may distort.",
      "Lower the level so that the true peak stays below -1 dBTP."),
  /** Flattened peaks. */
  CLIPPING(
      Kind.WARNING,
      "The peaks of a track are cut flat.",
      "Mix the sound again from sources that are not clipped."),
  /** A dead side. */
  ONE_SIDED(Kind.WARNING, "One side of a stereo track is silent.", "Check the export's routing."),
  /** Phase. */
  PHASE_INVERTED(
      Kind.WARNING,
      "The sides of a stereo track cancel each other out; mono listeners hear little.",
      "Invert one side when exporting."),
  /** A constant shift. */
  DC_OFFSET(
      Kind.WARNING,
      "A track is shifted off the zero line, which costs level and may click.",
      "Filter it with a high pass when exporting."),
  /** Bridged sound. */
  SOUND_DAMAGED(
      Kind.WARNING,
      "Parts of the sound cannot be decoded and become silence, as was asked for.",
      "Replace the master if the stretch matters."),

  /** Text of another character set. */
  TEXT_CHARSET_ASSUMED(
      Kind.WARNING,
      "A subtitle file is not Unicode; its letters are read by a code page of its language.",
      "Look at the letters, or save the file as UTF-8."),
  /** Broken cues. */
  TEXT_MALFORMED(
      Kind.WARNING,
      "Parts of a subtitle file cannot be understood and are left out.",
      "Correct the named lines and submit again."),
  /** Cues at the wrong time. */
  TEXT_OUTSIDE_TITLE(
      Kind.WARNING,
      "Text lies before the first picture or after the last and is left out.",
      "Check that the subtitles belong to this version of the picture."),
  /** Captions of another form than CEA-608. */
  CAPTIONS_NOT_READ(
      Kind.WARNING,
      "The picture has captions of a form that is not read, such as CEA-708 alone.",
      "Supply them as a subtitle file if they are wanted."),
  /** No cues at all. */
  TEXT_EMPTY(
      Kind.WARNING,
      "A subtitle file shows nothing in the title.",
      "Check that it is the right file."),

  /** A look that failed. */
  NOT_LOOKED_AT(
      Kind.WARNING,
      "Decoding the master to look at it failed; nothing is known of black, silence or loudness.",
      "Watch the title before publishing it."),
  /** How far the decoding went. */
  LOOKED_AT_SAMPLES(
      Kind.FACT,
      "The picture was looked at in samples because decoding all of it is expensive.",
      "Use --thorough to have every picture looked at."),

  /** A ladder that is too large. */
  RUNGS_LEFT_OUT(
      Kind.FACT,
      "The master is smaller than the ladder's highest rungs, which are left out.",
      "Deliver a larger master if there is one.");

  /** What a finding is to the person who reads it. */
  public enum Kind {
    /** Something that is done to the picture or sound. */
    CONVERSION("conversion", Finding.Severity.INFO),
    /** Something that is so. */
    FACT("fact", Finding.Severity.INFO),
    /** Something that may disappoint. */
    WARNING("warning", Finding.Severity.WARNING);

    private final String word;
    private final Finding.Severity severity;

    Kind(String word, Finding.Severity severity) {
      this.word = word;
      this.severity = severity;
    }

    /** Its name for people. */
    public String word() {
      return word;
    }

    /** How much it matters. */
    public Finding.Severity severity() {
      return severity;
    }
  }

  private final Kind kind;
  private final String meaning;
  private final String advice;

  FindingCode(Kind kind, String meaning, String advice) {
    this.kind = kind;
    this.meaning = meaning;
    this.advice = advice;
  }

  /** The constant with this name. */
  public static Optional<FindingCode> find(String code) {
    return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
  }

  /** The stable code: the constant's name. */
  public String code() {
    return name();
  }

  /** What it is to the reader. */
  public Kind kind() {
    return kind;
  }

  /** One sentence on what was found. */
  public String meaning() {
    return meaning;
  }

  /** One sentence on what to do. */
  public String advice() {
    return advice;
  }
}
