package dev.reelway.ingest.accept.http;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the server's log is told of a request that was refused: never a secret, and nothing that
 * could begin a line of its own or deceive a terminal.
 *
 * @param method as it came
 * @param path without its query, which may hold a signature
 * @param status of the answer
 * @param code of the refusal
 * @param who a key or person by id; one that is not in force is only claimed; empty for nobody
 * @param origin the page that called, if it is not one of ours; else empty
 * @param address from where
 */
record RefusedRequest(
    String method,
    String path,
    int status,
    String code,
    String who,
    String origin,
    String address) {

  private static final String CODE = "reelway.code";
  private static final String WHO = "reelway.who";
  private static final int LONGEST_METHOD = 20;
  private static final int LONGEST_PATH = 200;
  private static final int LONGEST_ORIGIN = 100;

  /** Keys of ours, and tokens of identity providers, that somebody put where they do not belong. */
  private static final Pattern SECRET =
      Pattern.compile("rw_[A-Za-z0-9]+_[A-Za-z0-9_-]+|eyJ[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]*)*");

  /** Makes everything that came from outside plain and short. */
  RefusedRequest {
    method = plain(method, LONGEST_METHOD);
    path = plain(SECRET.matcher(path).replaceAll("…"), LONGEST_PATH);
    origin = plain(origin, LONGEST_ORIGIN);
  }

  /** What is known of an answered request. */
  static RefusedRequest of(Context context) {
    return new RefusedRequest(
        context.method().name(),
        context.path(),
        context.statusCode(),
        text(context, CODE),
        text(context, WHO),
        origin(context),
        context.ip());
  }

  /** Notes why a request is refused. */
  static void because(Context context, String code) {
    context.attribute(CODE, code);
  }

  /** Notes who calls, or claims to. */
  static void by(Context context, String who) {
    context.attribute(WHO, who);
  }

  /** {@code Refused with 403 FORBIDDEN from 192.0.2.1, key 1a2b: GET /api/v1/keys}. */
  String line() {
    StringBuilder line = new StringBuilder("Refused with ").append(status);
    line.append(code.isEmpty() ? "" : " " + code).append(" from ").append(address);
    line.append(who.isEmpty() ? "" : ", " + who);
    line.append(origin.isEmpty() ? "" : ", page of " + origin);
    return line.append(": ").append(method).append(' ').append(path).toString();
  }

  private static String text(Context context, String attribute) {
    return Optional.ofNullable(context.<String>attribute(attribute)).orElse("");
  }

  private static String origin(Context context) {
    String origin = Optional.ofNullable(context.header("Origin")).orElse("");
    return origin.isEmpty() || isOurs(origin, context.host()) ? "" : origin;
  }

  private static boolean isOurs(String origin, String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String plain(String text, int longest) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .limit(longest)
        .map(c -> c == '…' || (c > ' ' && c < 0x7f) ? c : '?')
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
