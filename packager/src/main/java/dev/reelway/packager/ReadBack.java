package dev.reelway.packager;

import dev.reelway.conformance.rule.Where;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.work.ContentHash;
import dev.reelway.contracts.work.SegmentEntry;
import dev.reelway.contracts.work.SegmentMeasures;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.StoredObject;
import java.io.IOException;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Reads the segments of a part back from storage and has them judged by the reader that judges
 * packages, so that the gate reads nothing again but what spans the title.
 *
 * @param store where they lie
 * @param titlePrefix what comes before paths in the package
 * @param track how findings call the track
 * @param timescale ticks per second of the entries
 * @param judge of this part
 */
record ReadBack(
    ObjectStore store, String titlePrefix, String track, long timescale, PartJudge judge) {

  private static final long MILLIS = 1000;

  /**
   * A segment as it was found.
   *
   * @param entry with what was measured
   * @param stamp of the store
   */
  record Found(SegmentEntry entry, String stamp) {}

  /** Looks at the segment that was put under {@code key}. */
  Found found(String key, SegmentEntry entry) throws IOException {
    try (StoredObject object = open(store, key)) {
      byte[] bytes = object.readAllBytes();
      Optional<SegmentMeasures> measures =
          judge.judge(
              new PartJudge.Stored(
                  bytes, where(key, entry), time(entry.startTicks()), time(entry.durationTicks())));
      return new Found(
          new SegmentEntry(
              entry.number(),
              entry.startTicks(),
              entry.durationTicks(),
              entry.sizeBytes(),
              entry.keyPictures(),
              Optional.of(ContentHash.of(bytes)),
              measures),
          object.stamp());
    }
  }

  /** What lies under a key that was put just now. */
  static StoredObject open(ObjectStore store, String key) {
    return store
        .get(key)
        .orElseThrow(
            () ->
                new ReelwayException(
                    FailureKind.STORAGE_UNAVAILABLE,
                    "The object '" + key + "' was put and is gone."));
  }

  private Where where(String key, SegmentEntry entry) {
    long millis = time(entry.startTicks()).seconds().times(MILLIS).round(RoundingMode.FLOOR);
    return Where.segment(
        track, key.substring(titlePrefix.length()), entry.number(), new MediaTime(millis, MILLIS));
  }

  private MediaTime time(long ticks) {
    return new MediaTime(ticks, timescale);
  }
}
