package dev.reelway.ingest.plan;

import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.Languages;
import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.plan.AudioCodec;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.time.SegmentGrid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The renditions of every sound of a title: stereo AAC always, surround where the master has it,
 * other codecs by the ladder (media rules 18 to 21).
 */
final class AudioPlanner {

  private static final int OPUS_RATE = 48_000;

  private final Inspection inspection;
  private final Profile.Audio settings;
  private final SegmentGrid grid;
  private final MonoTrackRule.Sounds sounds;

  AudioPlanner(Inspection inspection, Profile profile, SegmentGrid grid) {
    this.inspection = inspection;
    this.settings = profile.audio();
    this.grid = grid;
    this.sounds =
        MonoTrackRule.apply(inspection.audio(), settings.monoTracks(), inspection.container());
  }

  /** In the order of the streams, their track ids still empty; exactly one sound is the default. */
  List<AudioPlan> plan() {
    List<AudioPlan> plans = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    Optional<SoundSource> main = main();
    for (SoundSource source : sounds.sources()) {
      String name = SoundNames.of(source.first());
      int occurrence = seen.merge(name, 1, Integer::sum);
      Sound sound =
          new Sound(
              source,
              occurrence == 1 ? name : name + " " + occurrence,
              main.equals(Optional.of(source)));
      renditions(sound, plans);
    }
    return List.copyOf(plans);
  }

  /** What people should know about {@code plans}. */
  List<Finding> findings(List<AudioPlan> plans) {
    List<Finding> findings = new ArrayList<>(sounds.findings());
    findings.addAll(SoundPlanFindings.of(sounds.sources(), settings, plans));
    return findings;
  }

  private record Sound(SoundSource source, String name, boolean isDefault) {}

  /** The programme's own sound, and of several the one that the container marks. */
  private Optional<SoundSource> main() {
    return sounds.sources().stream()
        .min(
            Comparator.comparing((SoundSource s) -> s.first().role() != TrackRole.MAIN)
                .thenComparing(s -> !s.first().isDefault()));
  }

  private void renditions(Sound sound, List<AudioPlan> plans) {
    SoundSource.Channels stereo = sound.source().stereo();
    plans.add(rendition(sound, AudioCodec.AAC, stereo, Downmix.STEREO, settings.bitsPerSecond()));
    settings
        .opusBitsPerSecond()
        .ifPresent(
            bits -> plans.add(rendition(sound, AudioCodec.OPUS, stereo, Downmix.STEREO, bits)));
    settings
        .surround()
        .forEach(
            (codec, bits) ->
                sound
                    .source()
                    .surround()
                    .map(surround -> surround(sound, codec, surround, bits))
                    .or(() -> besideSurround(sound, codec, bits))
                    .ifPresent(plans::add));
  }

  /**
   * A sound without surround is there in stereo in every codec that other sounds have surround in,
   * so that players that chose that codec can go to any sound.
   */
  private Optional<AudioPlan> besideSurround(Sound sound, AudioCodec codec, long bits51) {
    boolean there =
        codec == AudioCodec.AAC
            || (codec == AudioCodec.OPUS && settings.opusBitsPerSecond().isPresent());
    boolean surround = sounds.sources().stream().anyMatch(s -> s.surround().isPresent());
    return there || !surround
        ? Optional.empty()
        : Optional.of(rendition(sound, codec, sound.source().stereo(), Downmix.STEREO, bits51 / 2));
  }

  /** The ladder's rate is that of 5.1; 7.1 gets as much for each channel. */
  private AudioPlan surround(
      Sound sound, AudioCodec codec, SoundSource.Channels source, long bits51) {
    boolean dolby = codec == AudioCodec.AC3 || codec == AudioCodec.EAC3;
    int richest = Downmix.richest(source.speakers());
    int channels = dolby ? Downmix.SURROUND_5_1 : richest;
    return rendition(sound, codec, source, channels, bits51 * channels / Downmix.SURROUND_5_1);
  }

  private AudioPlan rendition(
      Sound sound, AudioCodec codec, SoundSource.Channels source, int channels, long bits) {
    AudioStream stream = sound.source().first();
    int rate = codec == AudioCodec.OPUS ? OPUS_RATE : settings.sampleRate();
    return new AudioPlan(
        "",
        sound.name(),
        stream.file(),
        source.mixedTo(channels),
        Languages.iso639(stream.language()),
        stream.role(),
        sound.isDefault(),
        codec,
        rate,
        bits,
        settings.loudness(),
        samples(rate),
        inspection.originOf(stream.file()));
  }

  private long samples(int rate) {
    return inspection.video().isPresent()
        ? grid.audioSamples(rate)
        : GridPlanner.samples(inspection, rate);
  }
}
