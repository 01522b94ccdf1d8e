package dev.reelway.ingest.plan;

import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.Languages;
import dev.reelway.contracts.master.SourceFiles;
import dev.reelway.contracts.master.TextStream;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.plan.TextFormat;
import dev.reelway.contracts.plan.TextPlan;
import dev.reelway.contracts.time.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The renditions of every text track: WebVTT files for HLS and WebVTT in boxes for DASH, or IMSC1
 * for both.
 *
 * <p>No track is the default: nobody sees text unasked but forced text, which players show on their
 * own with sound of the same language.
 */
final class TextPlanner {

  private static final String UNKNOWN = "Subtitles";

  private TextPlanner() {}

  /** In the order of the inspection, their track ids still empty. */
  static List<TextPlan> plan(Inspection inspection, Profile.Text text) {
    List<TextPlan> plans = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (TextStream stream : inspection.text()) {
      String base = name(stream);
      int occurrence = seen.merge(base, 1, Integer::sum);
      String name = occurrence == 1 ? base : base + " " + occurrence;
      for (TextFormat format : text.formats()) {
        plans.add(plan(inspection, stream, name, format));
      }
    }
    return List.copyOf(plans);
  }

  private static String name(TextStream stream) {
    boolean unknown = Languages.iso639(stream.language()).equals(Languages.UNDETERMINED);
    String nameless = stream.name().isBlank() ? UNKNOWN : stream.name();
    String name = unknown ? nameless : Languages.displayName(stream.language());
    return switch (stream.role()) {
      case SDH -> unknown && stream.captionChannel() > 0 ? name : name + " (SDH)";
      case FORCED -> name + " (forced)";
      case COMMENTARY -> name + " (commentary)";
      case MAIN, DUB, DESCRIPTION -> name;
    };
  }

  private static TextPlan plan(
      Inspection inspection, TextStream stream, String name, TextFormat format) {
    return new TextPlan(
        "",
        name,
        stream.file(),
        stream.index(),
        stream.captionChannel(),
        Languages.iso639(stream.language()),
        stream.role(),
        false,
        format,
        origin(inspection, stream));
  }

  // A file beside the master counts from the first picture, whatever the master's own clock says.
  private static Rational origin(Inspection inspection, TextStream stream) {
    return stream.file() == SourceFiles.MASTER ? inspection.originSeconds() : Rational.ZERO;
  }
}
