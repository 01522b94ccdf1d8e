package dev.reelway.ingest.plan;

import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The conversions of sound, each with its reason. */
final class SoundPlanFindings {

  private SoundPlanFindings() {}

  static List<Finding> of(
      List<SoundSource> sources, Profile.Audio settings, List<AudioPlan> plans) {
    List<Finding> findings = new ArrayList<>();
    for (SoundSource source : sources) {
      mixed(source, findings);
      AudioStream stream = source.first();
      if (stream.sampleRate() != settings.sampleRate()) {
        findings.add(
            Finding.of(
                FindingCode.SAMPLE_RATE_CONVERTED,
                "Sound track %d is converted from %d to %d Hz."
                    .formatted(stream.index(), stream.sampleRate(), settings.sampleRate())));
      }
    }
    settings
        .loudness()
        .filter(target -> !plans.isEmpty())
        .ifPresent(
            target ->
                findings.add(
                    Finding.of(
                        FindingCode.LOUDNESS_ADJUSTED,
                        String.format(
                            Locale.ROOT,
                            "Every sound track is brought to %.1f LUFS, with true peaks of at most"
                                + " %.1f dBTP.",
                            target.target(),
                            target.truePeak()))));
    return findings;
  }

  private static void mixed(SoundSource source, List<Finding> findings) {
    List<String> speakers = source.stereo().speakers();
    int track = source.first().index();
    if (speakers.size() == 1) {
      findings.add(
          Finding.of(
              FindingCode.SOUND_MIXED,
              "Sound track %d is mono and is put on both sides of the stereo.".formatted(track)));
    } else if (speakers.size() > Downmix.STEREO) {
      findings.add(
          Finding.of(
              FindingCode.SOUND_MIXED,
              "The stereo of sound track %d is mixed from its %d channels."
                  .formatted(track, speakers.size())));
    }
  }
}
