package dev.reelway.ingest.schedule;

import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.title.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notices titles at work that make no progress. For one thread. */
final class StalledTitles {

  private final Duration after;
  private Map<String, Sight> sights = new HashMap<>();

  StalledTitles(Duration after) {
    this.after = after;
  }

  /** What a title looked like, since when, and when that was last reported. */
  private record Sight(Object look, Instant since, Instant reported) {}

  /** Those that have stalled and were not reported within the same time. */
  List<TitleStatus> look(List<TitleStatus> titles, Instant now) {
    Map<String, Sight> current = new HashMap<>();
    List<TitleStatus> stalled = new ArrayList<>();
    for (TitleStatus title : titles) {
      if (isAtWork(title)) {
        Sight sight = sight(title, now);
        boolean due = !now.isBefore(sight.reported().plus(after));
        current.put(title.titleId(), due ? new Sight(sight.look(), sight.since(), now) : sight);
        if (due) {
          stalled.add(title);
        }
      }
    }
    sights = current;
    return stalled;
  }

  /** How many titles make no progress. */
  long count(Instant now) {
    return sights.values().stream().filter(s -> !now.isBefore(s.since().plus(after))).count();
  }

  private Sight sight(TitleStatus title, Instant now) {
    Object look =
        List.of(
            title.version(),
            title.run(),
            title.phase(),
            title.progress().encoded(),
            title.progress().packaged(),
            title.progress().framesDone(),
            title.progress().parts());
    Sight before = sights.get(title.titleId());
    // After a restart the status itself says since when.
    Instant since = before == null ? Instant.parse(title.updatedAt()) : now;
    return before != null && before.look().equals(look) ? before : new Sight(look, since, since);
  }

  private static boolean isAtWork(TitleStatus title) {
    boolean waitsForSomebody =
        title.phase() == Phase.AWAITING_START
            || title.phase() == Phase.AWAITING_PUBLISH
            || title.phase() == Phase.HELD;
    return !title.phase().isOver() && !waitsForSomebody && title.queuePosition() == 0;
  }
}
