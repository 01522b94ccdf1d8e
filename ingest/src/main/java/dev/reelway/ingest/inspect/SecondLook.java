package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.Inspection;
import dev.reelway.media.scan.MasterAnalysis;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.scan.PictureAnalysis;
import dev.reelway.media.task.AnalysisTask;
import java.util.Optional;

/**
 * Whether a picture that was looked at in samples deserves to be looked at whole: the samples show
 * film with pulldown, or whole pictures in a file that says interlaced. Both are only believed when
 * every picture says so, and deinterlacing for nothing costs far more than the look.
 */
final class SecondLook {

  private SecondLook() {}

  /** The picture alone, if it should be. */
  static Optional<AnalysisTask> task(Inspection scanned, MasterScan scan, MasterAnalysis first) {
    return first
        .picture()
        .filter(samples -> !samples.whole() && worthIt(scanned, samples))
        .map(samples -> AnalysisRule.task(scanned, scan, true).withoutSound());
  }

  private static boolean worthIt(Inspection scanned, PictureAnalysis samples) {
    boolean saysInterlaced = scanned.video().orElseThrow().fieldOrder().interlaced();
    return PulldownRule.worthALook(samples)
        || (saysInterlaced && MeasuredOrder.allWhole(samples.fields()));
  }
}
