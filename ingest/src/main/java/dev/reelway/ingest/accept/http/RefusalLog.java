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
  private static final int LONGEST_PATH = 200;

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
  synchronized void note(String method, String path, int status, String address) {
    if (status < 400) {
      return;
    }
    String kind = address + " " + status;
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
    log.accept(
        "Refused with %d from %s: %s %s%s".formatted(status, address, method, plain(path), more));
  }

  /** Without what could begin a line of its own or deceive a terminal. */
  private static String plain(String path) {
    StringBuilder plain = new StringBuilder();
    path.codePoints()
        .limit(LONGEST_PATH)
        .map(c -> c > ' ' && c < 0x7f ? c : '?')
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
