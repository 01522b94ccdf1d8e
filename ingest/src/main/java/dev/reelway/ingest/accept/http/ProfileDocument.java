package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.plan.LoudnessTarget;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.time.Rational;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A profile in the words of a ladder file, with everything that the file left out. */
record ProfileDocument(
    String name,
    double segmentSeconds,
    double gopSeconds,
    String interlaced,
    List<Rung> rungs,
    boolean trickPlay,
    boolean thumbnails,
    Audio audio,
    String text) {

  /** Bit rates in bits per second. */
  record Rung(
      int height,
      String codec,
      String dynamicRange,
      String preset,
      double crf,
      long maxBitrate,
      double maxFrameRate) {}

  /** Bit rates in bits per second. */
  record Audio(
      long bitrate,
      int sampleRate,
      OptionalLong opus,
      Map<String, Long> surround,
      String monoTracks,
      Optional<Loudness> loudness) {}

  /** In LUFS and dBTP. */
  record Loudness(double target, double truePeak) {}

  static ProfileDocument of(Profile profile) {
    return new ProfileDocument(
        profile.name(),
        profile.segmentSeconds().toDouble(),
        profile.gopSeconds().toDouble(),
        word(profile.interlaced()),
        profile.video().stream().map(ProfileDocument::rung).toList(),
        profile.scrubbing().trickPlay(),
        profile.scrubbing().thumbnails(),
        audio(profile.audio()),
        word(profile.text()));
  }

  private static Rung rung(Profile.Rung rung) {
    return new Rung(
        rung.height(),
        word(rung.codec()),
        word(rung.dynamicRange()),
        rung.preset(),
        number(rung.crf()),
        rung.maxBitsPerSecond(),
        number(rung.maxFramesPerSecond()));
  }

  private static Audio audio(Profile.Audio audio) {
    Map<String, Long> surround = new TreeMap<>();
    audio.surround().forEach((codec, rate) -> surround.put(word(codec), rate));
    return new Audio(
        audio.bitsPerSecond(),
        audio.sampleRate(),
        audio.opusBitsPerSecond(),
        surround,
        word(audio.monoTracks()),
        audio.loudness().map(ProfileDocument::loudness));
  }

  private static Loudness loudness(LoudnessTarget target) {
    return new Loudness(target.target(), target.truePeak());
  }

  private static double number(Rational value) {
    return value.toDouble();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
