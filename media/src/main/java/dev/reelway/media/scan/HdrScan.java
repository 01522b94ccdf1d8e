package dev.reelway.media.scan;

import dev.reelway.contracts.master.HdrMetadata;
import java.util.Optional;

/**
 * What a video stream says about high dynamic range beside its colour tags.
 *
 * @param metadata of the whole stream
 * @param dynamicMetadata whether HDR10+ accompanies the pictures
 * @param dolbyVision the Dolby Vision configuration, if it has one
 */
public record HdrScan(
    HdrMetadata metadata, boolean dynamicMetadata, Optional<DolbyVision> dolbyVision) {

  /** Nothing is said. */
  public static final HdrScan NONE = new HdrScan(HdrMetadata.NONE, false, Optional.empty());

  /**
   * A Dolby Vision configuration record.
   *
   * @param profile 5, 7, 8, 10 …
   * @param compatibility what the base layer is without Dolby Vision: 0 nothing, 1 HDR10, 2 SDR, 4
   *     HLG, 6 HDR10 of a Blu-ray Disc
   */
  public record DolbyVision(int profile, int compatibility) {}

  /** This, with what is missing taken from {@code other}. */
  public HdrScan or(HdrScan other) {
    return new HdrScan(
        metadata.or(other.metadata),
        dynamicMetadata || other.dynamicMetadata,
        dolbyVision.or(other::dolbyVision));
  }
}
