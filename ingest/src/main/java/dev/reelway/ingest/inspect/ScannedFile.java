package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.Master;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.text.read.TextFile;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file of a title with the scanner's facts.
 *
 * @param file its identity
 * @param scan what FFmpeg sees in it; no streams if it is a subtitle file, which FFmpeg never opens
 * @param text what a subtitle file says
 */
public record ScannedFile(Master file, MasterScan scan, Optional<TextFile> text) {

  /** A file that FFmpeg opened. */
  public ScannedFile(Master file, MasterScan scan) {
    this(file, scan, Optional.empty());
  }

  /** A subtitle file. */
  static ScannedFile ofText(Master file, TextFile text) {
    MasterScan nothing =
        new MasterScan(text.format().codec(), ClockMap.EVEN, List.of(), OptionalLong.empty());
    return new ScannedFile(file, nothing, Optional.of(text));
  }
}
