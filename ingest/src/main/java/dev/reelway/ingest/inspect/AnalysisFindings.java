package dev.reelway.ingest.inspect;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.scan.MasterAnalysis;
import dev.reelway.media.scan.SoundAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people should know of what decoding a master has shown. */
final class AnalysisFindings {

  private AnalysisFindings() {}

  static List<Finding> of(MasterAnalysis analysis, Optional<VideoStream> video, Rational duration) {
    List<Finding> findings = new ArrayList<>(Damage.findings(analysis));
    if (video.isPresent() && analysis.picture().isPresent()) {
      findings.addAll(SeenFindings.of(video.get(), analysis.picture().get(), duration));
    }
    for (SoundAnalysis sound : analysis.sound()) {
      findings.addAll(HeardFindings.of(sound, duration));
    }
    return findings;
  }

  /** The inspection of a master that could not be looked at. */
  static Inspection failed(Inspection scanned, ReelwayException reason) {
    List<Finding> findings = new ArrayList<>(scanned.findings());
    findings.add(
        Finding.of(
            FindingCode.NOT_LOOKED_AT,
            "Picture and sound could not be looked at: " + reason.getMessage()));
    return scanned.withFindings(findings);
  }
}
