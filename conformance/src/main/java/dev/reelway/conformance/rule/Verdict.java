package dev.reelway.conformance.rule;

import java.util.List;

/**
 * What is to say of a package.
 *
 * @param findings worst first
 * @param checked how much was looked at
 */
public record Verdict(List<Finding> findings, Checked checked) {

  /**
   * How much was looked at.
   *
   * @param manifests playlists and MPDs
   * @param tracks with media
   * @param segments of all tracks
   * @param samples of all tracks: frames, audio packets, cues
   * @param bytes of all segments
   */
  public record Checked(long manifests, long tracks, long segments, long samples, long bytes) {}

  /** Copies the list. */
  public Verdict {
    findings = List.copyOf(findings);
  }

  /** Returns how often rules of this severity are broken. */
  public long count(Severity severity) {
    return findings.stream()
        .filter(finding -> finding.rule().severity() == severity)
        .mapToLong(finding -> 1 + finding.more())
        .sum();
  }
}
