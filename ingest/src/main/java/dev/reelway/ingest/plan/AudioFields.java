package dev.reelway.ingest.plan;

import dev.reelway.contracts.plan.AudioCodec;
import dev.reelway.contracts.plan.LoudnessTarget;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.plan.Profile.MonoTracks;
import dev.reelway.contracts.time.Rational;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads the {@code audio} group of a ladder file. */
final class AudioFields {

  private static final long DEFAULT_BITRATE = 128_000;
  private static final long DEFAULT_SURROUND = 384_000;
  private static final String NONE = "none";

  /** Rates of AC-3 for 5.1, of which it has the half for stereo (ETSI TS 102 366 table 4.13). */
  private static final List<Long> AC3_RATES =
      Stream.of(192, 224, 256, 320, 384, 448, 512, 640).map(k -> k * 1000L).toList();

  private static final Profile.Audio USUAL =
      new Profile.Audio(
          DEFAULT_BITRATE,
          48_000,
          OptionalLong.empty(),
          Map.of(AudioCodec.AAC, DEFAULT_SURROUND),
          MonoTracks.AUTO,
          Optional.empty());

  private final LadderErrors errors;

  AudioFields(LadderErrors errors) {
    this.errors = errors;
  }

  /** The settings in {@code ladder}, or the usual ones. */
  Profile.Audio read(LadderFields ladder) {
    return ladder.node("audio").map(node -> errors.or(USUAL, () -> audio(node))).orElse(USUAL);
  }

  private Profile.Audio audio(YamlNode node) {
    LadderFields audio =
        LadderFields.of(
            errors,
            "audio",
            node,
            "bitrate",
            "sampleRate",
            "opus",
            "surround",
            "monoTracks",
            "loudness");
    return new Profile.Audio(
        audio.bitrate("bitrate", 32_000, 512_000, Optional.of(DEFAULT_BITRATE)),
        Integer.parseInt(audio.word("sampleRate", List.of("48000", "44100"), "48000")),
        audio.node("opus").isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(audio.bitrate("opus", 32_000, 512_000, Optional.empty())),
        errors.or(Map.of(), () -> surround(audio)),
        monoTracks(audio),
        audio.node("loudness").flatMap(this::loudness));
  }

  private Map<AudioCodec, Long> surround(LadderFields audio) {
    Optional<YamlNode> node = audio.node("surround");
    if (node.isEmpty()) {
      return Map.of(AudioCodec.AAC, DEFAULT_SURROUND);
    }
    if (node.get() instanceof YamlNode.Scalar word) {
      if (!word.text().strip().equals(NONE)) {
        audio.complain("surround", "write 'none', or rates such as {aac: 384k, eac3: 384k}");
      }
      return Map.of();
    }
    LadderFields fields =
        LadderFields.of(errors, "audio.surround", node.get(), "aac", "eac3", "ac3", "opus");
    Map<AudioCodec, Long> rates = new EnumMap<>(AudioCodec.class);
    rates.put(
        AudioCodec.AAC, fields.bitrate("aac", 96_000, 1_024_000, Optional.of(DEFAULT_SURROUND)));
    optional(fields, "eac3", AudioCodec.EAC3, 1_024_000, rates);
    optional(fields, "ac3", AudioCodec.AC3, 640_000, rates);
    optional(fields, "opus", AudioCodec.OPUS, 512_000, rates);
    if (rates.containsKey(AudioCodec.AC3) && !AC3_RATES.contains(rates.get(AudioCodec.AC3))) {
      fields.complain(
          "ac3",
          "write one of "
              + String.join(
                  ", ",
                  AC3_RATES.stream().map(r -> LadderNumber.bitrateText(Rational.of(r))).toList()));
    }
    return rates;
  }

  private static void optional(
      LadderFields fields, String name, AudioCodec codec, long most, Map<AudioCodec, Long> rates) {
    if (fields.node(name).isPresent()) {
      rates.put(codec, fields.bitrate(name, 96_000, most, Optional.empty()));
    }
  }

  private static MonoTracks monoTracks(LadderFields audio) {
    List<String> words =
        Stream.of(MonoTracks.values()).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
    return MonoTracks.valueOf(
        audio.word("monoTracks", words, words.get(0)).toUpperCase(Locale.ROOT));
  }

  private Optional<LoudnessTarget> loudness(YamlNode node) {
    return errors.or(Optional.empty(), () -> Optional.of(target(node)));
  }

  private LoudnessTarget target(YamlNode node) {
    LadderFields fields = LadderFields.of(errors, "audio.loudness", node, "target", "truePeak");
    return new LoudnessTarget(
        decibels(fields, "target", -36, -10, -23), decibels(fields, "truePeak", -9, 0, -1));
  }

  private static double decibels(
      LadderFields fields, String name, int least, int most, int otherwise) {
    return fields
        .number(name, Rational.of(least), Rational.of(most), Optional.of(Rational.of(otherwise)))
        .toDouble();
  }
}
