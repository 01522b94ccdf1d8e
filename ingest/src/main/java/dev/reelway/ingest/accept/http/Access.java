package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.audit.AuditLog;
import dev.reelway.ingest.accept.audit.AuditTrail;
import dev.reelway.ingest.accept.key.ApiKeys;

/**
 * Who may call, and what is kept of it.
 *
 * @param keys of callers
 * @param log keeps every write
 * @param trail shows what was kept lately
 */
public record Access(ApiKeys keys, AuditLog log, AuditTrail trail) {}
