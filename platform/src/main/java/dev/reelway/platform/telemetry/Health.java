package dev.reelway.platform.telemetry;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The checks of a role. <em>Alive</em> asks whether a restart would help: only wedged threads
 * belong there, never another service, or one outage restarts the whole fleet. <em>Ready</em> asks
 * whether the role can do its work now. Checks run side by side; one that hangs is a problem, not a
 * hang.
 */
public final class Health implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Map<String, HealthCheck> alive = new ConcurrentHashMap<>();
  private final Map<String, HealthCheck> ready = new ConcurrentHashMap<>();
  private final Map<HealthCheck, Future<String>> hanging = new ConcurrentHashMap<>();
  private final Duration patience;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "health-check");
            thread.setDaemon(true);
            return thread;
          });

  /** No checks yet: alive and ready. */
  public Health() {
    this(PATIENCE);
  }

  Health(Duration patience) {
    this.patience = patience;
  }

  /** Adds a check that calls for a restart. */
  public void alive(String name, HealthCheck check) {
    alive.put(name, check);
  }

  /** Adds a check that calls for patience. */
  public void ready(String name, HealthCheck check) {
    ready.put(name, check);
  }

  /** Whether the process is worth keeping. */
  public HealthReport alive() {
    return run(alive);
  }

  /** Whether the role can work; a process that is not alive is not ready. */
  public HealthReport ready() {
    Map<String, HealthCheck> all = new LinkedHashMap<>(alive);
    all.putAll(ready);
    return run(all);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private HealthReport run(Map<String, HealthCheck> checks) {
    Map<String, Future<String>> answers = new LinkedHashMap<>();
    checks.forEach((name, check) -> answers.put(name, ask(check)));
    long deadlineNanos = System.nanoTime() + patience.toNanos();
    Map<String, String> told = new LinkedHashMap<>();
    answers.forEach((name, answer) -> told.put(name, await(answer, deadlineNanos)));
    return HealthReport.of(told);
  }

  // A check that still hangs is not asked a second time: probes would pile up threads.
  private Future<String> ask(HealthCheck check) {
    return hanging.compute(
        check,
        (same, before) ->
            before != null && !before.isDone() ? before : threads.submit(() -> tell(check)));
  }

  private static String tell(HealthCheck check) {
    try {
      return check.problem().orElse(HealthReport.OK);
    } catch (Exception e) { // whatever it is, it is the answer
      return e.getMessage() == null ? e.toString() : e.getMessage();
    }
  }

  private String await(Future<String> answer, long deadlineNanos) {
    try {
      return answer.get(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return "No answer within " + patience.toSeconds() + " s.";
    } catch (ExecutionException e) {
      return e.getCause().toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "The check was interrupted.";
    }
  }
}
