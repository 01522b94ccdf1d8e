package dev.reelway.ingest.accept.audit;

/** Keeps entries for good; in the fleet the audit topic. */
public interface AuditLog {

  /** Keeps an entry. */
  void record(AuditEntry entry);
}
