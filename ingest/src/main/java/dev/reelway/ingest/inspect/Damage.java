package dev.reelway.ingest.inspect;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.Master;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.scan.MasterAnalysis;
import dev.reelway.media.scan.SoundAnalysis;
import dev.reelway.media.scan.Stretch;
import java.util.ArrayList;
import java.util.List;

/** What damaged stretches of a master mean. */
final class Damage {

  private static final Rational NEAR_SECONDS = new Rational(1, 2);

  /** Whoever repairs a master wants to see every place; more than these are a ruin. */
  private static final int NAMED = 20;

  private Damage() {}

  /** Refuses a damaged master; names all its damaged stretches. */
  static void refuse(Master master, MasterAnalysis analysis) {
    List<Finding> damage = findings(analysis);
    if (!damage.isEmpty()) {
      throw new ReelwayException(
          FailureKind.MASTER_DAMAGED,
          "'%s' is damaged. %s"
              .formatted(
                  master.name(), String.join(" ", damage.stream().map(Finding::message).toList())));
    }
  }

  static List<Finding> findings(MasterAnalysis analysis) {
    List<Finding> findings = new ArrayList<>();
    analysis
        .picture()
        .filter(picture -> !picture.damage().isEmpty())
        .ifPresent(
            picture ->
                findings.add(
                    Finding.of(
                        FindingCode.PICTURE_DAMAGED,
                        "The picture cannot be decoded at " + words(picture.damage()) + ".")));
    for (SoundAnalysis sound : analysis.sound()) {
      if (!sound.damage().isEmpty()) {
        findings.add(
            Finding.of(
                FindingCode.SOUND_DAMAGED,
                "Sound track %d cannot be decoded at %s."
                    .formatted(sound.stream(), words(sound.damage()))));
      }
    }
    return findings;
  }

  private static String words(List<Stretch> damage) {
    List<Stretch> places = Stretches.joined(NEAR_SECONDS, damage);
    String named = Stretches.words(places, NAMED);
    return places.size() == 1
        ? named
        : "%d places, %s s in all: %s"
            .formatted(places.size(), Words.seconds(Stretches.sum(places)), named);
  }
}
