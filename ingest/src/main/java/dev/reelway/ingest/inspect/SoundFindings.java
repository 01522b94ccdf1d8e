package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.SourceFiles;
import dev.reelway.contracts.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people should know about the sound of a title. */
final class SoundFindings {

  private static final Rational NOTICEABLE_SECONDS = Rational.ONE;

  private SoundFindings() {}

  static List<Finding> of(List<AudioStream> audio, Range title, boolean withPicture) {
    List<Finding> findings = new ArrayList<>();
    if (audio.isEmpty()) {
      findings.add(Finding.of(FindingCode.SILENT, "The master has no sound track."));
    }
    languages(audio).ifPresent(findings::add);
    if (withPicture) {
      audio.forEach(stream -> findings.addAll(againstPicture(stream, title, audio)));
    }
    return findings;
  }

  /** About tracks that nobody can tell apart. */
  static Optional<Finding> languages(List<AudioStream> audio) {
    List<String> untagged =
        audio.stream()
            .filter(stream -> stream.language().equals("und"))
            .map(SoundFindings::number)
            .toList();
    if (audio.size() < 2 || untagged.isEmpty()) {
      return Optional.empty();
    }
    String sentence =
        untagged.size() == 1
            ? "Sound track %s has no language tag; listeners cannot tell it from the others."
            : "Sound tracks %s have no language tag; listeners cannot tell them apart.";
    return Optional.of(
        Finding.of(FindingCode.LANGUAGE_MISSING, sentence.formatted(String.join(", ", untagged))));
  }

  /** {@code 2}, or {@code 0 of file 1} for a file beside the master. */
  private static String number(AudioStream stream) {
    return stream.file() == SourceFiles.MASTER
        ? Integer.toString(stream.index())
        : stream.index() + " of file " + stream.file();
  }

  /** Where the sound's file has its t = 0. */
  private static Rational origin(AudioStream stream, Range title, List<AudioStream> audio) {
    return stream.file() == SourceFiles.MASTER
        ? title.origin()
        : audio.stream()
            .filter(other -> other.file() == stream.file())
            .map(AudioStream::startSeconds)
            .min(Rational::compareTo)
            .orElseThrow();
  }

  private static List<Finding> againstPicture(
      AudioStream stream, Range title, List<AudioStream> audio) {
    Rational origin = origin(stream, title, audio);
    List<Finding> findings = new ArrayList<>();
    Rational late = stream.startSeconds().minus(origin);
    if (late.compareTo(NOTICEABLE_SECONDS) > 0) {
      findings.add(
          Finding.of(
              FindingCode.SOUND_STARTS_LATE,
              "Sound track %s starts %s s after the picture; it is silent until then."
                  .formatted(number(stream), Words.seconds(late))));
    }
    Rational longer = stream.endSeconds().minus(origin).minus(title.duration());
    Rational shorter = Rational.ZERO.minus(longer);
    if (longer.compareTo(NOTICEABLE_SECONDS) > 0) {
      findings.add(
          Finding.of(
              FindingCode.SOUND_LONGER,
              "Sound track %s is %s s longer than the picture and is cut off at its end."
                  .formatted(number(stream), Words.seconds(longer))));
    } else if (shorter.compareTo(NOTICEABLE_SECONDS) > 0) {
      findings.add(
          Finding.of(
              FindingCode.SOUND_SHORTER,
              "Sound track %s ends %s s before the picture; it is silent from there on."
                  .formatted(number(stream), Words.seconds(shorter))));
    }
    return findings;
  }
}
