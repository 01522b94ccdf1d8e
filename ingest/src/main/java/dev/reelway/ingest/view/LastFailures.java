package dev.reelway.ingest.view;

import dev.reelway.ingest.view.FleetStatistics.FailedTitle;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest titles that a kind of failure happened to. */
final class LastFailures {

  private static final int KEPT = 50;

  private final Deque<FailedTitle> latest = new ArrayDeque<>();

  void add(String titleId, Instant at) {
    latest.removeIf(known -> known.titleId().equals(titleId));
    latest.addFirst(new FailedTitle(titleId, at));
    if (latest.size() > KEPT) {
      latest.removeLast();
    }
  }

  List<FailedTitle> titles() {
    return List.copyOf(latest);
  }
}
