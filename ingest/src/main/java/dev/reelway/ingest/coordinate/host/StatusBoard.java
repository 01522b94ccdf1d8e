package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.TitleStatus;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells titles' statuses: a new phase at once, progress now and then, and places in the queue for
 * the first who wait.
 */
final class StatusBoard {

  /** So many of those who wait are told their exact place, the others about where they are. */
  private static final int EXACT_POSITIONS = 50;

  private static final long POSITIONS_EVERY_MILLIS = 5_000;

  private final Environment environment;
  private final TaskTable tasks;
  private final Admission admission;
  private final long everyMillis;
  private final Set<LiveTitle> changed = new LinkedHashSet<>();
  private final Map<String, Integer> positions = new HashMap<>();
  private final Map<String, LiveTitle> waiting = new HashMap<>();
  private long nextFlush;
  private long nextPositions;

  StatusBoard(Environment environment, TaskTable tasks, Admission admission) {
    this.environment = environment;
    this.tasks = tasks;
    this.admission = admission;
    this.everyMillis = environment.settings().statusEvery().toMillis();
  }

  /** A title that an earlier coordinator told of. */
  void takeUp(LiveTitle title) {
    if (waits(title)) {
      waiting.put(title.id(), title);
    }
  }

  /** Something about the title changed that can wait a moment to be told. */
  void changed(LiveTitle title) {
    changed.add(title);
  }

  /** Tells a title's status now. */
  void tell(LiveTitle title) {
    changed.remove(title);
    boolean waits = waits(title);
    if (waits) {
      waiting.put(title.id(), title);
    } else {
      waiting.remove(title.id());
      positions.remove(title.id());
    }
    int position = waits ? positions.getOrDefault(title.id(), admission.waitingCount()) : 0;
    send(title, Statuses.of(title, tasks.ofTitle(title.id()), position, environment.now()));
  }

  private static boolean waits(LiveTitle title) {
    return title.isEncoding() && !title.isAdmitted();
  }

  private void send(LiveTitle title, TitleStatus status) {
    environment.outbox().send(environment.topics().titleStatus(), title.id(), status);
  }

  /** A removed title leaves the list. */
  void forget(LiveTitle title) {
    changed.remove(title);
    waiting.remove(title.id());
    positions.remove(title.id());
    send(title, null);
  }

  /** Tells what changed, if it is time. */
  void flush() {
    long millis = environment.millis();
    if (millis >= nextPositions) {
      nextPositions = millis + POSITIONS_EVERY_MILLIS;
      movePositions();
    }
    if (millis >= nextFlush) {
      nextFlush = millis + everyMillis;
      List.copyOf(changed).forEach(this::tell);
    }
  }

  private void movePositions() {
    int position = 0;
    for (String id : admission.waitingInOrder(EXACT_POSITIONS)) {
      position++;
      int before = positions.getOrDefault(id, 0);
      if (Math.abs(before - position) * 10 > before - 1) {
        positions.put(id, position);
        Optional.ofNullable(waiting.get(id)).ifPresent(changed::add);
      }
    }
  }
}
