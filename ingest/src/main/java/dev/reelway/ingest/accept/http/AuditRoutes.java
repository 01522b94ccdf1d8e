package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.audit.AuditEntry;
import dev.reelway.ingest.accept.audit.AuditTrail;
import java.util.List;

/** Who wanted what changed. */
final class AuditRoutes {

  private static final int USUAL_LIMIT = 100;
  private static final int MOST_LIMIT = 1_000;

  private final AuditTrail trail;

  AuditRoutes(AuditTrail trail) {
    this.trail = trail;
  }

  void addTo(RouteList routes) {
    routes.read("/audit", "listAudit", Role.ADMIN, this::list);
  }

  /** Newest first. */
  record AuditList(List<AuditEntry> entries) {}

  private void list(Call call) {
    int limit = call.number("limit", USUAL_LIMIT, MOST_LIMIT);
    call.answer(200, new AuditList(trail.latest(entry -> call.who().sees(entry.tenant()), limit)));
  }
}
