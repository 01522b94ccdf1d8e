package dev.reelway.ingest.retain;

import dev.reelway.ingest.accept.upload.AbandonedUpload;
import dev.reelway.ingest.accept.upload.Uploads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;

/**
 * Removes uploads that nobody goes on with.
 *
 * @param uploads those that we know of
 * @param unknown ends uploads that only the store knows and that were begun before an instant;
 *     returns how many
 * @param after an upload without progress for so long is abandoned
 * @param clock tells how long
 */
public record AbandonedUploads(
    Uploads uploads, ToIntFunction<Instant> unknown, Duration after, Clock clock)
    implements IntSupplier {

  // A store says when an upload was begun, not when its last part came.
  private static final int LONGEST_UPLOAD = 7;

  /** Removes them and returns how many. */
  @Override
  public int getAsInt() {
    Instant now = clock.instant();
    int removed = 0;
    for (AbandonedUpload upload : uploads.abandoned(now.minus(after))) {
      uploads.remove(upload.id());
      removed++;
    }
    return removed + unknown.applyAsInt(now.minus(after.multipliedBy(LONGEST_UPLOAD)));
  }
}
