package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.scan.StreamScan;

/**
 * AVI knows no presentation times: its pictures are counted, and the first one that is shown
 * belongs to the first sound. A decoder that puts pictures in order gives them out later by a few
 * frames, and that delay must not shift the sound.
 */
final class CountedFrames {

  private static final String AVI = "avi";

  private CountedFrames() {}

  /** By how many seconds the picture's time stamps are later than they are meant. */
  static Rational delay(MasterScan scan, VideoStream picture) {
    return scan.streams().stream()
        .filter(stream -> scan.container().equals(AVI) && stream.index() == picture.index())
        .findFirst()
        .map(CountedFrames::delay)
        .orElse(Rational.ZERO);
  }

  // Where a picture at the start cannot be decoded, the first one that can is later indeed.
  private static Rational delay(StreamScan stream) {
    TickRuns times = stream.video().orElseThrow().presentationTimes();
    return stream.packets() == times.size()
        ? stream.timeBase().times(times.first() - stream.firstTicks())
        : Rational.ZERO;
  }
}
