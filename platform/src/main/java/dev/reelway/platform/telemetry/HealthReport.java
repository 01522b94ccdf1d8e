package dev.reelway.platform.telemetry;

import java.util.Map;

/**
 * What the checks said.
 *
 * @param ok whether none has a problem
 * @param checks by name: {@code ok} or the problem
 */
public record HealthReport(boolean ok, Map<String, String> checks) {

  /** How a check that has no problem is told. */
  public static final String OK = "ok";

  /** Defensive copy. */
  public HealthReport {
    checks = Map.copyOf(checks);
  }

  static HealthReport of(Map<String, String> checks) {
    return new HealthReport(checks.values().stream().allMatch(OK::equals), checks);
  }

  /** What a probe's answer to this is: 200, or 503 to be left alone or restarted. */
  public int status() {
    return ok ? 200 : 503;
  }
}
