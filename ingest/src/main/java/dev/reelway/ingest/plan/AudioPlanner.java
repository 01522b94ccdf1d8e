package dev.reelway.ingest.plan;

import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.Languages;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.time.SegmentGrid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One stereo AAC-LC rendition per sound track of the master (media rules 18 to 21). */
final class AudioPlanner {

  private static final int STEREO = 2;

  /** The AAC-LC encoder puts one frame before the first real sample. */
  private static final int PRIMING_SAMPLES = 1024;

  private final Inspection inspection;
  private final Profile.Audio settings;
  private final long samples;

  AudioPlanner(Inspection inspection, Profile profile, SegmentGrid grid) {
    this.inspection = inspection;
    this.settings = profile.audio();
    this.samples =
        inspection.video().isPresent()
            ? grid.audioSamples(settings.sampleRate())
            : GridPlanner.samples(inspection, settings.sampleRate());
  }

  /** In container order, their track ids still empty; exactly one is the default. */
  List<AudioPlan> plan() {
    List<AudioPlan> plans = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    int defaultIndex = defaultStream();
    for (AudioStream stream : inspection.audio()) {
      String language = Languages.displayName(stream.language());
      int occurrence = seen.merge(language, 1, Integer::sum);
      String name = occurrence == 1 ? language : language + " " + occurrence;
      plans.add(plan(stream, name, stream.index() == defaultIndex));
    }
    return List.copyOf(plans);
  }

  private int defaultStream() {
    List<AudioStream> audio = inspection.audio();
    return audio.stream()
        .filter(AudioStream::isDefault)
        .findFirst()
        .or(() -> audio.stream().findFirst())
        .map(AudioStream::index)
        .orElse(-1);
  }

  private AudioPlan plan(AudioStream stream, String name, boolean isDefault) {
    return new AudioPlan(
        "",
        name,
        stream.file(),
        stream.index(),
        Languages.iso639(stream.language()),
        stream.role(),
        isDefault,
        settings.sampleRate(),
        STEREO,
        settings.bitsPerSecond(),
        PRIMING_SAMPLES,
        samples,
        inspection.originSeconds());
  }
}
