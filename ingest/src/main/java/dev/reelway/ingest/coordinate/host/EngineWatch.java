package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.Pool;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notices titles whose engine build no worker has any more, while workers of another are there. */
final class EngineWatch {

  private static final long LOOK_EVERY_MILLIS = 1_000;

  private final long patienceMillis;
  private final Fleet fleet;
  private final Map<String, Long> missingSince = new HashMap<>();
  private long nextLook;

  EngineWatch(Duration patience, Fleet fleet) {
    this.patienceMillis = patience.toMillis();
    this.fleet = fleet;
  }

  /** The titles to plan again. */
  List<LiveTitle> gone(long now, Collection<LiveTitle> titles) {
    if (now < nextLook) {
      return List.of();
    }
    nextLook = now + LOOK_EVERY_MILLIS;
    boolean anybody = fleet.mainEngineBuild().isPresent();
    List<LiveTitle> encoding = titles.stream().filter(LiveTitle::isEncoding).toList();
    missingSince
        .keySet()
        .removeIf(
            build -> !anybody || fleet.slots(Pool.ENCODE, build) > 0 || isUnused(build, encoding));
    return encoding.stream()
        .filter(title -> anybody && isMissing(title.engineBuild(), now))
        .toList();
  }

  private static boolean isUnused(String build, List<LiveTitle> encoding) {
    return encoding.stream().noneMatch(title -> title.engineBuild().equals(build));
  }

  private boolean isMissing(String build, long now) {
    if (fleet.slots(Pool.ENCODE, build) > 0) {
      return false;
    }
    return now - missingSince.computeIfAbsent(build, key -> now) >= patienceMillis;
  }
}
