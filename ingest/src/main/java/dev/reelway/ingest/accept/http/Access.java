package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.audit.AuditLog;
import dev.reelway.ingest.accept.audit.AuditTrail;
import dev.reelway.ingest.accept.key.ApiKeys;
import dev.reelway.ingest.accept.oidc.PersonTokens;
import java.util.Optional;

/**
 * Who may call, and what is kept of it.
 *
 * @param keys of callers
 * @param persons who sign in at an identity provider, if one is configured
 * @param log keeps every write
 * @param trail shows what was kept lately
 */
public record Access(ApiKeys keys, Optional<PersonTokens> persons, AuditLog log, AuditTrail trail) {

  Callers callers() {
    return new Callers(keys, persons);
  }
}
