package dev.reelway.ingest.accept.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells the server's log of refused requests, also of strangers, whom the audit log does not know.
 * Of a flood from one address it tells the first of a minute and then how many more there were, so
 * that nobody can fill the log.
 */
final class RefusalLog {

  private static final Duration PERIOD = Duration.ofMinutes(1);
  private static final int KEPT = 2_000;

  private final Clock clock;
  private final Consumer<String> log;
  private final Map<String, Told> told =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
          return size() > KEPT;
        }
      };

  RefusalLog(Clock clock, Consumer<String> log) {
    this.clock = clock;
    this.log = log;
  }

  private record Told(Instant at, int more) {}

  /** A request was answered; only refusals are told. */
  synchronized void note(RefusedRequest request) {
    if (request.status() < 400) {
      return;
    }
    String kind = String.join(" ", request.address(), "" + request.status(), request.code());
    Instant now = clock.instant();
    Told before = told.get(kind);
    if (before != null && now.isBefore(before.at().plus(PERIOD))) {
      told.put(kind, new Told(before.at(), before.more() + 1));
      return;
    }
    told.remove(kind); // to the end of the line
    told.put(kind, new Told(now, 0));
    String more =
        before == null || before.more() == 0
            ? ""
            : "; %d more like this since %s".formatted(before.more(), before.at());
    log.accept(request.line() + more);
  }
}
