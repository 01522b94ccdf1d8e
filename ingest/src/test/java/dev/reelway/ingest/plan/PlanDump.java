package dev.reelway.ingest.plan;

import dev.reelway.contracts.plan.AudioMix;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.ChunkKeys;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.RungPlan;
import java.util.ArrayList;
import java.util.List;

/** A plan as text, a decision per line. */
final class PlanDump {

  private PlanDump() {}

  static String of(EncodePlan plan) {
    List<String> lines = new ArrayList<>();
    lines.add("plan " + plan.planHash());
    lines.add(plan.grid() + ", " + plan.grid().segmentCount() + " segments");
    plan.encodedRungs().forEach(rung -> lines.add(line(rung)));
    plan.thumbnails().ifPresent(images -> lines.add(images.toString()));
    plan.poster().ifPresent(poster -> lines.add(poster.toString()));
    plan.audio().forEach(audio -> lines.add(line(audio)));
    plan.chunks().forEach(chunk -> lines.add(chunk.toString()));
    plan.encodedRungs()
        .forEach(
            rung ->
                lines.add(
                    "key of chunk 0, %s: %s"
                        .formatted(
                            rung.name(), ChunkKeys.ofRung(plan, plan.chunks().get(0), rung))));
    plan.thumbnails()
        .map(images -> ChunkKeys.ofThumbnails(plan, plan.chunks().get(0), images))
        .ifPresent(key -> lines.add("key of chunk 0, thumbnails: " + key));
    plan.audio()
        .forEach(
            audio -> lines.add("key of " + audio.name() + ": " + ChunkKeys.ofAudio(plan, audio)));
    lines.add(plan.cost().toString());
    plan.warnings().forEach(finding -> lines.add(finding.toString()));
    return String.join("\n", lines) + "\n";
  }

  private static String line(RungPlan rung) {
    return "%s %s %d×%d every %d. frame %s fps, %s %s crf %s max %d buffer %d level %d, %s"
        .formatted(
            rung.track(),
            rung.name(),
            rung.width(),
            rung.height(),
            rung.rateDivisor(),
            rung.rate(),
            rung.codec(),
            rung.preset(),
            rung.crf(),
            rung.maxBitsPerSecond(),
            rung.bufferBits(),
            rung.level(),
            rung.colour());
  }

  private static String line(AudioPlan audio) {
    return "%s %s%s streams %s %s, %s %d Hz × %d, %d b/s, %d + %d samples = %d frames, from %s s"
        .formatted(
            audio.track(),
            audio.name(),
            audio.isDefault() ? " (default)" : "",
            audio.mix().inputs().stream().map(AudioMix.Input::stream).toList(),
            audio.language(),
            audio.codec(),
            audio.sampleRate(),
            audio.channels(),
            audio.bitsPerSecond(),
            audio.primingSamples(),
            audio.samples(),
            audio.frames(),
            audio.originSeconds());
  }
}
