package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.time.Rational;
import java.util.ArrayList;
import java.util.List;

/** What people should know about the sound of a title. */
final class SoundFindings {

  private static final Rational NOTICEABLE_SECONDS = Rational.ONE;

  private SoundFindings() {}

  static List<Finding> of(List<AudioStream> audio, Range title, boolean withPicture) {
    List<Finding> findings = new ArrayList<>();
    if (audio.isEmpty()) {
      findings.add(Finding.of(FindingCode.SILENT, "The master has no sound track."));
    }
    for (AudioStream stream : audio) {
      if (audio.size() > 1 && stream.language().equals("und")) {
        findings.add(
            Finding.of(
                FindingCode.LANGUAGE_MISSING,
                "Sound track %d has no language tag; listeners cannot tell it from the others."
                    .formatted(stream.index())));
      }
      if (withPicture) {
        findings.addAll(againstPicture(stream, title));
      }
    }
    return findings;
  }

  private static List<Finding> againstPicture(AudioStream stream, Range title) {
    List<Finding> findings = new ArrayList<>();
    Rational late = Range.start(stream).minus(title.origin());
    if (late.compareTo(NOTICEABLE_SECONDS) > 0) {
      findings.add(
          Finding.of(
              FindingCode.SOUND_STARTS_LATE,
              "Sound track %d starts %s s after the picture; it is silent until then."
                  .formatted(stream.index(), Words.seconds(late))));
    }
    Rational longer = Range.end(stream).minus(title.origin()).minus(title.duration());
    Rational shorter = Rational.ZERO.minus(longer);
    if (longer.compareTo(NOTICEABLE_SECONDS) > 0) {
      findings.add(
          Finding.of(
              FindingCode.SOUND_LONGER,
              "Sound track %d is %s s longer than the picture and is cut off at its end."
                  .formatted(stream.index(), Words.seconds(longer))));
    } else if (shorter.compareTo(NOTICEABLE_SECONDS) > 0) {
      findings.add(
          Finding.of(
              FindingCode.SOUND_SHORTER,
              "Sound track %d ends %s s before the picture; it is silent from there on."
                  .formatted(stream.index(), Words.seconds(shorter))));
    }
    return findings;
  }
}
