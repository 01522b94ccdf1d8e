package dev.reelway.ingest.inspect;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.Master;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.scan.MasterScan;

/** What a master that ends before its own structure says so means. */
final class Completeness {

  private Completeness() {}

  static void refuseCut(Master master, MasterScan scan) {
    scan.cutAtByte()
        .ifPresent(
            at -> {
              throw new ReelwayException(
                  FailureKind.MASTER_TRUNCATED,
                  ("'%s' ends at byte %d, but its own tables say that more follows;"
                          + " --tolerate-damage makes a title of what is there.")
                      .formatted(master.name(), at));
            });
  }

  static Finding cut(Rational duration, long atByte) {
    return Finding.of(
        FindingCode.MASTER_CUT,
        "The master is cut off at byte %d, so the title ends at %s."
            .formatted(atByte, MediaTime.timecode(duration)));
  }
}
