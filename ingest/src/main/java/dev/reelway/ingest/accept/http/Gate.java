package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.Caller;
import dev.reelway.ingest.accept.Requester;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.audit.AuditEntry;
import dev.reelway.ingest.accept.audit.AuditLog;
import dev.reelway.platform.json.Json;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every call passes: key, rate, role, and the audit log at the end. */
final class Gate {

  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
  private static final String SCHEME = "Bearer ";
  private static final int STRANGERS_PER_SECOND = 5;
  private static final int STRANGERS_BURST = 50;
  private static final Caller NOBODY =
      new Caller(new Requester("", "", Role.VIEWER), Caller.Kind.KEY, "", Optional.empty());

  private final Callers callers;
  private final Links links;
  private final AuditLog audit;
  private final RateLimits limits;
  private final RateLimits strangers = new RateLimits(STRANGERS_PER_SECOND, STRANGERS_BURST);
  private final Clock clock;

  Gate(Callers callers, Links links, AuditLog audit, RateLimits limits, Clock clock) {
    this.callers = callers;
    this.links = links;
    this.audit = audit;
    this.limits = limits;
    this.clock = clock;
  }

  /** The handler of a route. */
  Handler handler(Route route) {
    return context -> {
      if (route.role().isEmpty()) {
        open(route, context);
      } else {
        guarded(route, route.role().get(), context);
      }
    };
  }

  private static void open(Route route, Context context) {
    try {
      route.action().handle(new Call(context, NOBODY, () -> true));
    } catch (IOException | RuntimeException e) {
      Problems.answer(context, e);
    }
  }

  private void guarded(Route route, Role needed, Context context) {
    Caller caller;
    try {
      caller = linked(route, context).orElseGet(() -> authenticate(context));
      RefusedRequest.by(context, named(caller));
      limits.take(caller.who().keyId());
    } catch (RuntimeException e) {
      Problems.answer(context, e);
      return;
    }
    Requester who = caller.who();
    Call call = new Call(context, caller, () -> callers.authenticate(token(context)).isPresent());
    String outcome = "done";
    try {
      if (!who.role().covers(needed)) {
        throw Refusal.of(
            ProblemKind.FORBIDDEN,
            "This needs the role '%s'; the key has '%s'."
                .formatted(needed.label(), who.role().label()));
      }
      route.action().handle(call);
    } catch (IOException | RuntimeException e) {
      outcome = Problems.answer(context, e);
    }
    if (route.audited() || call.isAudited()) {
      keep(route, call, outcome);
    }
  }

  /** Who opens a link needs no key: whoever had it made had one. */
  private Optional<Caller> linked(Route route, Context context) {
    boolean isLink =
        DocumentRoutes.isLinkable(route)
            && token(context).isEmpty()
            && context.queryParam(Links.PARAMETER) != null;
    return isLink ? Optional.of(links.open(context)) : Optional.empty();
  }

  private Caller authenticate(Context context) {
    String token = token(context);
    RefusedRequest.by(context, callers.claimed(token));
    if (!callers.isFamiliar(token)) {
      // Whoever guesses keys makes us look into storage; callers with good keys are not touched.
      strangers.take(context.ip());
    }
    return callers
        .authenticate(token)
        .orElseThrow(
            () ->
                Refusal.of(
                    ProblemKind.UNAUTHENTICATED,
                    "The API key or token is missing or not in force.",
                    Map.of("WWW-Authenticate", "Bearer realm=\"reelway\"")));
  }

  private static String token(Context context) {
    String header = context.header("Authorization");
    boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    return bearer ? header.substring(SCHEME.length()).strip() : "";
  }

  // Persons have an id that says so.
  private static String named(Caller caller) {
    String id = caller.who().keyId();
    return caller.kind() == Caller.Kind.KEY ? "key " + id : id;
  }

  private void keep(Route route, Call call, String outcome) {
    Requester who = call.who();
    AuditEntry entry =
        new AuditEntry(
            UUID.randomUUID().toString(),
            clock.instant().toString(),
            who.keyId(),
            who.tenant(),
            route.operationId(),
            call.subject(),
            call.subjectTenant(),
            call.context().statusCode(),
            outcome,
            call.context().ip());
    try {
      audit.record(entry);
    } catch (RuntimeException e) {
      // It was done; the caller must not be told otherwise. The server's log keeps the entry.
      LOG.error(
          "Could not keep the audit entry {}",
          new String(Json.write(entry), StandardCharsets.UTF_8),
          e);
    }
  }
}
