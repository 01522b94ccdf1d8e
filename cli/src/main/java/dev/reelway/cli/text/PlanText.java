package dev.reelway.cli.text;

import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.TextFormat;
import dev.reelway.contracts.plan.TextPlan;
import dev.reelway.contracts.time.MediaTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan in plain words. */
public final class PlanText {

  private PlanText() {}

  /** One line: what will be made and what it will cost. */
  public static String summary(EncodePlan plan) {
    String segments =
        plan.grid().segmentCount()
            + " segments of "
            + seconds(plan.grid().rate().timeOf(plan.grid().segmentFrames()))
            + " s";
    return InspectionText.label("Plan")
        + String.join(
            " · ",
            Counts.of(plan.rungs().size(), "rung"),
            Counts.of(plan.audio().size(), "sound track"),
            Counts.of(names(plan).size(), "text track"),
            segments,
            Counts.of(plan.chunks().size(), "chunk"),
            "about " + plan.cost().cpuSeconds() + " CPU-s",
            "at most " + Sizes.bytes(plan.cost().outputBytes()));
  }

  /** Everything that was decided. */
  public static List<String> lines(EncodePlan plan) {
    List<String> lines = new ArrayList<>();
    lines.add(summary(plan));
    lines.add("");
    if (!plan.rungs().isEmpty()) {
      lines.addAll(rungs(plan));
      lines.add("");
    }
    if (!plan.audio().isEmpty()) {
      lines.addAll(sound(plan));
      lines.add("");
    }
    if (!plan.text().isEmpty()) {
      lines.addAll(text(plan));
      lines.add("");
    }
    if (!plan.chunks().isEmpty()) {
      lines.addAll(chunks(plan));
      lines.add("");
    }
    lines.add(InspectionText.label("Scratch") + Sizes.bytes(plan.cost().scratchBytes()));
    lines.add(InspectionText.label("Engine") + plan.engineBuild());
    lines.add(InspectionText.label("Plan id") + plan.planHash());
    lines.addAll(FindingsText.lines(plan.warnings()));
    return lines;
  }

  private static List<String> rungs(EncodePlan plan) {
    Table table = new Table("Rung", "Size", "fps", "Codec", "Preset", "CRF", "Cap", "Level");
    for (RungPlan rung : plan.rungs()) {
      table.row(
          rung.name(),
          rung.width() + "x" + rung.height(),
          rung.rate().toDecimal(),
          rung.codec().name(),
          rung.preset(),
          String.format(Locale.ROOT, "%.1f", rung.crf().toDouble()),
          Sizes.bitRate(rung.maxBitsPerSecond()),
          String.format(Locale.ROOT, "%.1f", rung.level() / 10.0));
    }
    return table.lines();
  }

  private static List<String> sound(EncodePlan plan) {
    Table table =
        new Table("Sound", "Language", "Role", "Codec", "Channels", "Rate", "Bit rate", "Default");
    for (AudioPlan audio : plan.audio()) {
      table.row(
          audio.name(),
          audio.language(),
          audio.role().word(),
          audio.codec().name(),
          SoundText.channels(audio.channels()),
          audio.sampleRate() + " Hz",
          Sizes.bitRate(audio.bitsPerSecond()),
          audio.isDefault() ? "yes" : "no");
    }
    return table.lines();
  }

  private static List<String> text(EncodePlan plan) {
    Table table = new Table("Text", "Language", "Role", "Formats");
    for (String name : names(plan)) {
      List<TextPlan> formats = plan.text().stream().filter(t -> t.name().equals(name)).toList();
      table.row(
          name,
          formats.get(0).language(),
          formats.get(0).role().word(),
          formats.stream().map(text -> words(text.format())).collect(Collectors.joining(", ")));
    }
    return table.lines();
  }

  private static String words(TextFormat format) {
    return switch (format) {
      case WEBVTT -> "WebVTT";
      case WVTT -> "WebVTT in MP4";
      case IMSC1 -> "IMSC1";
    };
  }

  /** A text track has a rendition in each format, all with one name. */
  private static List<String> names(EncodePlan plan) {
    return plan.text().stream().map(TextPlan::name).distinct().toList();
  }

  private static List<String> chunks(EncodePlan plan) {
    Table table = new Table("Chunk", "Start", "Frames", "Segments");
    for (ChunkPlan chunk : plan.chunks()) {
      table.row(
          Integer.toString(chunk.number() + 1),
          plan.grid().start(chunk.firstSegment()).timecode(),
          Integer.toString(chunk.frameCount()),
          (chunk.firstSegment() + 1) + "-" + (chunk.firstSegment() + chunk.segmentCount()));
    }
    return table.lines();
  }

  private static String seconds(MediaTime time) {
    return String.format(Locale.ROOT, "%.3f", time.seconds().toDouble());
  }
}
