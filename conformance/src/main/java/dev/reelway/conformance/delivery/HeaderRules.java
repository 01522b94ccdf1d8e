package dev.reelway.conformance.delivery;

import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Where;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges the headers with which a file is served. Where there are none, nothing is judged. */
final class HeaderRules {
  private static final Pattern MAX_AGE = Pattern.compile("max-age\\s*=\\s*\"?(\\d{1,10})");
  private static final long HOUR_SECONDS = 3600;

  private final Findings findings;
  private final boolean webServer;

  /** {@code webServer}: whether the headers are those that a player gets. */
  HeaderRules(Findings findings, boolean webServer) {
    this.findings = findings;
    this.webServer = webServer;
  }

  void check(String path, Map<String, String> headers, Where where) {
    Optional<FileKind> kind = FileKind.of(path);
    if (headers.isEmpty() || kind.isEmpty()) {
      return;
    }
    String type = headers.getOrDefault("content-type", "none");
    findings.expect(
        kind.get().allows(type),
        DeliveryRule.DELIVERY_CONTENT_TYPE,
        where,
        String.join(" or ", new TreeSet<>(kind.get().mediaTypes())),
        type);
    if (webServer) {
      findings.expect(
          headers.containsKey("access-control-allow-origin"),
          DeliveryRule.DELIVERY_CROSS_ORIGIN,
          where,
          "Access-Control-Allow-Origin",
          "none");
      caching(kind.get(), headers.getOrDefault("cache-control", "none"), where);
    }
  }

  private void caching(FileKind kind, String control, Where where) {
    Matcher age = MAX_AGE.matcher(control.toLowerCase(Locale.ROOT));
    boolean told = age.find();
    boolean holds =
        kind.isManifest()
            ? !control.equals("none")
            : told && Long.parseLong(age.group(1)) >= HOUR_SECONDS;
    findings.expect(
        holds,
        DeliveryRule.DELIVERY_CACHING,
        where,
        kind.isManifest() ? "Cache-Control" : "Cache-Control with max-age=3600 or more",
        control);
  }
}
