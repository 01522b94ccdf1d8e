package dev.reelway.transcode;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.master.SourceFiles;
import dev.reelway.contracts.plan.TextPlan;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.media.MediaEngine;
import dev.reelway.media.task.TextTask;
import dev.reelway.media.text.cue.CueList;
import dev.reelway.media.text.read.TextFile;
import dev.reelway.media.text.write.TextPart;
import dev.reelway.media.text.write.TitleCues;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes text parts: cues out of a subtitle file or container, then segments of them. */
final class TextTracks {

  private final MediaEngine engine;

  TextTracks(MediaEngine engine) {
    this.engine = engine;
  }

  /** Reads all cues of a track, on the source's clock made even by {@code clock}. */
  CueList read(TextPlan plan, MasterBytes source, ClockMap clock) throws InterruptedException {
    Optional<TextFile> file =
        plan.file() == SourceFiles.MASTER ? Optional.empty() : subtitleFile(plan, source);
    return file.isPresent()
        ? file.get().content()
        : engine.readText(source, new TextTask(plan.streamIndex(), plan.captionChannel(), clock));
  }

  /** Writes the part's file. */
  static void write(TextPlan plan, SegmentGrid grid, CueList cues, Path file) {
    TitleCues title = TitleCues.of(cues.cues(), plan.originSeconds(), grid.duration().seconds());
    try {
      TextPart.write(file, plan, grid, title);
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE,
          "The scratch folder cannot be written: " + e.getMessage() + ".",
          e);
    }
  }

  // Read with the same rule as at inspection, so it is what was planned.
  private static Optional<TextFile> subtitleFile(TextPlan plan, MasterBytes source) {
    try {
      return TextFile.read(source, plan.name(), plan.language());
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE,
          "The subtitle file of '" + plan.name() + "' cannot be read: " + e.getMessage() + ".",
          e);
    }
  }
}
