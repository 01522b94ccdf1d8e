package dev.reelway.ingest.plan;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.DynamicRange;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.plan.VideoCodec;
import dev.reelway.contracts.time.Rational;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads ladder files. Their fields are a public format:
 *
 * <pre>
 *  name             for people; the file's name if absent
 *  segmentSeconds   1 to 15, default 6
 *  gopSeconds       0.5 to 10 and at most segmentSeconds, default 2
 *  interlaced       fields, the default, or frames
 *  rungs            1 to 20 of these, in any order, see {@link LadderRules}:
 *    height         even, 96 to 4320: lines of a landscape picture, columns of a portrait one
 *    codec          h264, the default, hevc or av1
 *    dynamicRange   sdr, the default, or hdr (hevc and av1 only)
 *    preset         ultrafast … veryslow, default fast; for av1 0 … 13, default 8
 *    crf            constant rate factor, 1 (best) to 51, fractions allowed; for av1 1 to 63, whole
 *    maxBitrate     cap, 50k to 100M; larger rungs have a larger one
 *    maxFrameRate   5 to 120, default 60; a faster title shows every 2nd, 3rd … frame
 *  trickPlay        yes, the default, or no: key pictures for fast forward
 *  thumbnails       yes, the default, or no: small images along the time line
 *  audio            optional:
 *    bitrate        32k to 512k, default 128k (stereo AAC-LC)
 *    sampleRate     48000, the default, or 44100
 *    opus           32k to 512k: stereo Opus beside AAC; not made if absent
 *    surround       none, or the rates of 5.1 renditions of masters that have surround:
 *      aac          96k to 1024k, default 384k (also 7.1, at 4/3 of it)
 *      eac3         96k to 1024k, not made if absent
 *      ac3          one of 192k 224k 256k 320k 384k 448k 512k 640k, not made if absent
 *      opus         96k to 512k, not made if absent (also 7.1, at 4/3 of it)
 *    monoTracks     auto, the default, pairs, surround or separate
 *    loudness       EBU R 128, left as it is if absent:
 *      target       -36 to -10 LUFS, default -23
 *      truePeak     -9 to 0 dBTP, default -1
 *  text             webvtt, the default, or imsc1: how subtitles are stored
 * </pre>
 *
 * Bit rates are {@code 3500k}, {@code 3.5M} or plain bits per second. Unknown fields are refused.
 * Rate factor 0 is not allowed: it means lossless, which no player of the High profile decodes.
 */
public final class ProfileReader {

  private static final String DEFAULT_FILE = "default.yaml";
  private static final int MOST_RUNGS = 20;
  private static final Rational HALF = new Rational(1, 2);
  private static final Rational DEFAULT_SEGMENT_SECONDS = Rational.of(6);
  private static final Rational DEFAULT_GOP_SECONDS = Rational.of(2);
  private static final Rational DEFAULT_MOST_FRAMES = Rational.of(60);

  private final LadderErrors errors;

  private ProfileReader(String fileName) {
    this.errors = new LadderErrors(fileName);
  }

  /**
   * Reads a ladder.
   *
   * @param fileName for people; also the name of a ladder that gives none
   * @throws ReelwayException {@code LADDER_INVALID} naming line, column, field and remedy of each
   *     mistake, one to a line
   */
  public static Profile read(String fileName, String yaml) {
    ProfileReader reader = new ProfileReader(fileName);
    return reader.read(yaml).orElseThrow(reader.errors::all);
  }

  /** The same for who wants to show what is wrong beside the file. */
  public static LadderCheck check(String fileName, String yaml) {
    ProfileReader reader = new ProfileReader(fileName);
    Optional<Profile> profile = reader.read(yaml);
    return new LadderCheck(profile, reader.errors.problems());
  }

  /** The ladder, unless something is wrong with it. */
  private Optional<Profile> read(String yaml) {
    Optional<Profile> profile =
        errors.or(Optional.empty(), () -> Optional.of(profile(YamlTree.read(errors, yaml))));
    return errors.count() == 0 ? profile : Optional.empty();
  }

  /** The ladder that is used when none is named. */
  public static Profile defaultProfile() {
    return read(DEFAULT_FILE, defaultYaml());
  }

  /** The ladder file of {@link #defaultProfile}. */
  public static String defaultYaml() {
    try (InputStream stream = ProfileReader.class.getResourceAsStream(DEFAULT_FILE)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.INVARIANT_BROKEN, "The default ladder cannot be read.", e);
    }
  }

  private Profile profile(YamlNode document) {
    LadderFields fields =
        LadderFields.of(
            errors,
            "",
            document,
            "name",
            "segmentSeconds",
            "gopSeconds",
            "interlaced",
            "rungs",
            "audio",
            "text",
            "trickPlay",
            "thumbnails");
    Rational segmentSeconds =
        fields.number(
            "segmentSeconds", Rational.ONE, Rational.of(15), Optional.of(DEFAULT_SEGMENT_SECONDS));
    Rational gopSeconds = gopSeconds(fields, segmentSeconds);
    return new Profile(
        fields.text("name", nameOf(errors.fileName())),
        segmentSeconds,
        gopSeconds,
        interlaced(fields),
        errors.or(List.of(), () -> rungs(fields, document)),
        new AudioFields(errors).read(fields),
        text(fields),
        ScrubbingFields.read(fields));
  }

  private static Profile.Text text(LadderFields fields) {
    return fields.word("text", List.of("webvtt", "imsc1"), "webvtt").equals("imsc1")
        ? Profile.Text.IMSC1
        : Profile.Text.WEBVTT;
  }

  private static Profile.Interlaced interlaced(LadderFields fields) {
    return fields.word("interlaced", List.of("fields", "frames"), "fields").equals("frames")
        ? Profile.Interlaced.FRAMES
        : Profile.Interlaced.FIELDS;
  }

  private static Rational gopSeconds(LadderFields fields, Rational segmentSeconds) {
    Rational longest =
        segmentSeconds.compareTo(Rational.of(10)) < 0 ? segmentSeconds : Rational.of(10);
    Rational usual = longest.compareTo(DEFAULT_GOP_SECONDS) < 0 ? longest : DEFAULT_GOP_SECONDS;
    return fields.number("gopSeconds", HALF, longest, Optional.of(usual));
  }

  private static String nameOf(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot > 0 ? fileName.substring(0, dot) : fileName;
  }

  private List<Profile.Rung> rungs(LadderFields fields, YamlNode document) {
    YamlNode node =
        fields
            .node("rungs")
            .orElseThrow(() -> errors.name(document, "rungs", "the field 'rungs' is missing"));
    if (!(node instanceof YamlNode.Sequence list)) {
      throw errors.field(node, "rungs", "write a list with one entry per rung");
    }
    if (list.items().isEmpty() || list.items().size() > MOST_RUNGS) {
      throw errors.name(
          node,
          "rungs",
          "rungs has %d entries; write 1 to %d".formatted(list.items().size(), MOST_RUNGS));
    }
    int before = errors.count();
    List<LadderRules.ReadRung> rungs = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      int index = i;
      errors
          .or(Optional.<LadderRules.ReadRung>empty(), () -> Optional.of(rung(index, list)))
          .ifPresent(rungs::add);
    }
    if (errors.count() == before) {
      LadderRules.check(rungs); // what one rung means to another can be told of good ones only
    }
    return rungs.stream()
        .map(LadderRules.ReadRung::rung)
        .sorted(Comparator.comparingInt(Profile.Rung::height).reversed())
        .toList();
  }

  private LadderRules.ReadRung rung(int index, YamlNode.Sequence list) {
    LadderFields fields =
        LadderFields.of(
            errors,
            "rungs[" + index + "]",
            list.items().get(index),
            "height",
            "codec",
            "dynamicRange",
            "preset",
            "crf",
            "maxBitrate",
            "maxFrameRate");
    int before = errors.count();
    VideoCodec codec = codec(fields);
    boolean isKnown = errors.count() == before;
    return new LadderRules.ReadRung(
        new Profile.Rung(
            height(fields),
            codec,
            dynamicRange(fields, codec, isKnown),
            isKnown
                ? fields.word("preset", EncoderSpeed.words(codec), EncoderSpeed.usual(codec))
                : EncoderSpeed.usual(codec),
            isKnown ? crf(fields, codec) : Rational.ONE,
            fields.bitrate("maxBitrate", 50_000, 100_000_000, Optional.empty()),
            fields.number(
                "maxFrameRate",
                Rational.of(5),
                Rational.of(120),
                Optional.of(DEFAULT_MOST_FRAMES))),
        fields);
  }

  private static VideoCodec codec(LadderFields fields) {
    return switch (fields.word("codec", List.of("h264", "hevc", "av1"), "h264")) {
      case "hevc" -> VideoCodec.HEVC;
      case "av1" -> VideoCodec.AV1;
      default -> VideoCodec.H264;
    };
  }

  private static DynamicRange dynamicRange(LadderFields fields, VideoCodec codec, boolean isKnown) {
    boolean hdr = fields.word("dynamicRange", List.of("sdr", "hdr"), "sdr").equals("hdr");
    if (hdr && codec == VideoCodec.H264 && isKnown) {
      fields.complain("dynamicRange", "HDR needs ten bits; write it with codec hevc or av1");
    }
    return hdr ? DynamicRange.HDR : DynamicRange.SDR;
  }

  // SVT-AV1 counts from 1 to 63, in whole steps.
  private static Rational crf(LadderFields fields, VideoCodec codec) {
    return codec == VideoCodec.AV1
        ? Rational.of(fields.whole("crf", 1, 63, Optional.empty()))
        : fields.number("crf", Rational.ONE, Rational.of(51), Optional.empty());
  }

  private static int height(LadderFields fields) {
    int height = fields.whole("height", 96, 4320, Optional.empty());
    if (height % 2 != 0) {
      fields.complain(
          "height", "heights are even, such as %d or %d".formatted(height - 1, height + 1));
    }
    return height;
  }
}
