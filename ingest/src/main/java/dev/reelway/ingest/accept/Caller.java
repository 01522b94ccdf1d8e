package dev.reelway.ingest.accept;

import java.time.Instant;
import java.util.Optional;

/**
 * Who calls, as far as the call proves it.
 *
 * @param who what they may do, and under which id the audit log keeps it
 * @param kind whether a key or a person calls
 * @param name for people
 * @param expiresAt when this proof no longer counts
 */
public record Caller(Requester who, Kind kind, String name, Optional<Instant> expiresAt) {

  /** What can call. */
  public enum Kind {
    /** An API key. */
    KEY,
    /** Somebody whom an identity provider knows. */
    PERSON
  }
}
