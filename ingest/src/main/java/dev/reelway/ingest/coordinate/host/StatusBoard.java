package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells titles' statuses: a new phase at once, progress now and then, and places in the queue for
 * the first who wait.
 */
final class StatusBoard {

  /** So many of those who wait are told their place; it is what a person looks at. */
  private static final int TOLD_POSITIONS = 50;

  private static final long POSITIONS_EVERY_MILLIS = 5_000;

  private final Topics topics;
  private final Outbox outbox;
  private final TaskTable tasks;
  private final Admission admission;
  private final long everyMillis;
  private final Set<LiveTitle> changed = new HashSet<>();
  private final Map<String, Integer> positions = new HashMap<>();
  private final Map<String, LiveTitle> waiting = new HashMap<>();
  private long nextFlush;
  private long nextPositions;

  StatusBoard(
      Topics topics,
      Outbox outbox,
      TaskTable tasks,
      Admission admission,
      CoordinatorSettings settings) {
    this.topics = topics;
    this.outbox = outbox;
    this.tasks = tasks;
    this.admission = admission;
    this.everyMillis = settings.statusEvery().toMillis();
  }

  /** Something about the title changed that can wait a moment to be told. */
  void changed(LiveTitle title) {
    changed.add(title);
  }

  /** Tells a title's status now. */
  void tell(LiveTitle title, Instant now) {
    changed.remove(title);
    boolean waits = title.isEncoding() && !admission.isAdmitted(title.id());
    if (waits) {
      waiting.put(title.id(), title);
    } else {
      waiting.remove(title.id());
      positions.remove(title.id());
    }
    int position = waits ? positions.getOrDefault(title.id(), admission.waitingCount()) : 0;
    outbox.send(
        topics.titleStatus(),
        title.id(),
        Statuses.of(title, tasks.ofTitle(title.id()), position, now));
  }

  /** A removed title leaves the list. */
  void forget(LiveTitle title) {
    changed.remove(title);
    waiting.remove(title.id());
    positions.remove(title.id());
    outbox.send(topics.titleStatus(), title.id(), null);
  }

  /** Tells what changed, if it is time. */
  void flush(Instant now) {
    long millis = now.toEpochMilli();
    if (millis >= nextPositions) {
      nextPositions = millis + POSITIONS_EVERY_MILLIS;
      movePositions();
    }
    if (millis >= nextFlush) {
      nextFlush = millis + everyMillis;
      List.copyOf(changed).forEach(title -> tell(title, now));
    }
  }

  private void movePositions() {
    int position = 0;
    for (String id : admission.waitingInOrder(TOLD_POSITIONS)) {
      position++;
      Integer before = positions.put(id, position);
      if (before == null || before != position) {
        LiveTitle title = waiting.get(id);
        if (title != null) {
          changed.add(title);
        }
      }
    }
  }
}
