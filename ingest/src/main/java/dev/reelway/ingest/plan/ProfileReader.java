package dev.reelway.ingest.plan;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.plan.VideoCodec;
import dev.reelway.contracts.time.Rational;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads ladder files. Their fields are a public format:
 *
 * <pre>
 *  name             for people; the file's name if absent
 *  segmentSeconds   1 to 15, default 6
 *  gopSeconds       0.5 to 10 and at most segmentSeconds, default 2
 *  rungs            1 to 20 of these, in any order, no height twice:
 *    height         even, 96 to 4320: lines of a landscape picture, columns of a portrait one
 *    codec          h264, the default
 *    preset         ultrafast … veryslow, default fast
 *    crf            constant rate factor, 1 (best) to 51, fractions allowed
 *    maxBitrate     cap, 50k to 100M; larger rungs have a larger one
 *    maxFrameRate   5 to 120, default 60; a faster title shows every 2nd, 3rd … frame
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
   * @throws ReelwayException {@code LADDER_INVALID} naming line, column, field and remedy
   */
  public static Profile read(String fileName, String yaml) {
    ProfileReader reader = new ProfileReader(fileName);
    return reader.profile(YamlTree.read(reader.errors, yaml));
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
            errors, "", document, "name", "segmentSeconds", "gopSeconds", "rungs", "audio");
    Rational segmentSeconds =
        fields.number(
            "segmentSeconds", Rational.ONE, Rational.of(15), Optional.of(DEFAULT_SEGMENT_SECONDS));
    Rational gopSeconds = gopSeconds(fields, segmentSeconds);
    return new Profile(
        fields.text("name", nameOf(errors.fileName())),
        segmentSeconds,
        gopSeconds,
        rungs(fields, document),
        new AudioFields(errors).read(fields));
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
            .orElseThrow(() -> errors.name(document, "the field 'rungs' is missing"));
    if (!(node instanceof YamlNode.Sequence list)) {
      throw errors.field(node, "rungs", "write a list with one entry per rung");
    }
    if (list.items().isEmpty() || list.items().size() > MOST_RUNGS) {
      throw errors.name(
          node, "rungs has %d entries; write 1 to %d".formatted(list.items().size(), MOST_RUNGS));
    }
    List<ReadRung> rungs = new ArrayList<>();
    Set<Integer> heights = new HashSet<>();
    for (int i = 0; i < list.items().size(); i++) {
      ReadRung rung = rung(i, list.items().get(i));
      if (!heights.add(rung.rung().height())) {
        throw rung.fields().wrong("height", "another rung already has this height");
      }
      rungs.add(rung);
    }
    return descending(rungs);
  }

  private record ReadRung(Profile.Rung rung, LadderFields fields) {}

  private ReadRung rung(int index, YamlNode node) {
    LadderFields fields =
        LadderFields.of(
            errors,
            "rungs[" + index + "]",
            node,
            "height",
            "codec",
            "preset",
            "crf",
            "maxBitrate",
            "maxFrameRate");
    fields.word("codec", List.of("h264"), "h264");
    return new ReadRung(
        new Profile.Rung(
            height(fields),
            VideoCodec.H264,
            fields.word("preset", Preset.words(), Preset.FAST.word()),
            fields.number("crf", Rational.ONE, Rational.of(51), Optional.empty()),
            fields.bitrate("maxBitrate", 50_000, 100_000_000, Optional.empty()),
            fields.number(
                "maxFrameRate",
                Rational.of(5),
                Rational.of(120),
                Optional.of(DEFAULT_MOST_FRAMES))),
        fields);
  }

  private static int height(LadderFields fields) {
    int height = fields.whole("height", 96, 4320, Optional.empty());
    if (height % 2 != 0) {
      throw fields.wrong(
          "height", "heights are even, such as %d or %d".formatted(height - 1, height + 1));
    }
    return height;
  }

  /** Players choose by bit rate, so a larger picture must not have the smaller cap. */
  private static List<Profile.Rung> descending(List<ReadRung> rungs) {
    rungs.sort(Comparator.comparingInt((ReadRung read) -> read.rung().height()).reversed());
    for (int i = 1; i < rungs.size(); i++) {
      Profile.Rung upper = rungs.get(i - 1).rung();
      Profile.Rung lower = rungs.get(i).rung();
      if (lower.maxBitsPerSecond() >= upper.maxBitsPerSecond()) {
        throw rungs
            .get(i)
            .fields()
            .wrong(
                "maxBitrate",
                "it must be less than the %s of the larger rung of height %d"
                    .formatted(
                        LadderNumber.bitrateText(Rational.of(upper.maxBitsPerSecond())),
                        upper.height()));
      }
    }
    return rungs.stream().map(ReadRung::rung).toList();
  }
}
