package dev.reelway.ingest.taskmap;

import dev.reelway.contracts.work.Effort;
import dev.reelway.contracts.work.EncodedTrackPart.Quality;
import dev.reelway.contracts.work.MadePart;
import dev.reelway.contracts.work.PackagedSegments;
import dev.reelway.contracts.work.PackagedTask;
import dev.reelway.contracts.work.SegmentEntry;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a packaged task came to.
 *
 * @param bytes of each track, -1 if unknown
 * @param xpsnr of each track in hundredths of a dB, -1 if unknown; empty for sound and text
 * @param startedMillis when its encoding began, 0 if nothing was encoded
 * @param wallMillis how long that took
 */
record TaskResult(List<Long> bytes, List<Integer> xpsnr, long startedMillis, long wallMillis) {

  private static final int HUNDREDTHS = 100;

  /** Defensive copies. */
  TaskResult {
    bytes = List.copyOf(bytes);
    xpsnr = List.copyOf(xpsnr);
  }

  /** The numbers of {@code tracks}, in their order. */
  static TaskResult of(PackagedTask task, List<String> tracks) {
    Map<String, Long> sizes =
        task.segments().stream()
            .collect(Collectors.toMap(PackagedSegments::track, TaskResult::bytes, Long::sum));
    List<Effort> efforts =
        task.parts().stream()
            .filter(part -> !part.reused())
            .map(MadePart::detail)
            .flatMap(detail -> detail.effort().stream())
            .toList();
    return new TaskResult(
        tracks.stream().map(track -> sizes.getOrDefault(track, -1L)).toList(),
        task.quality().isEmpty()
            ? List.of()
            : tracks.stream().map(track -> hundredths(task.quality().get(track))).toList(),
        efforts.stream().mapToLong(Effort::startedMillis).min().orElse(0),
        efforts.stream().mapToLong(Effort::wallMillis).max().orElse(0));
  }

  private static long bytes(PackagedSegments segments) {
    return segments.segments().stream().mapToLong(SegmentEntry::sizeBytes).sum();
  }

  private static int hundredths(Quality quality) {
    // Without an error there is no number of decibels.
    return quality == null || quality.sumError() <= 0
        ? -1
        : (int) Math.round(quality.xpsnrLuma() * HUNDREDTHS);
  }
}
