package dev.reelway.ingest.accept.key;

import dev.reelway.ingest.accept.Caller;
import dev.reelway.ingest.accept.Requester;
import dev.reelway.ingest.accept.Role;
import java.time.Instant;
import java.util.Optional;

/**
 * What is stored of a key; the key itself is nowhere.
 *
 * @param schema version of this record's JSON form
 * @param id the part of the key that names it
 * @param name for people
 * @param role what it may do
 * @param tenant whose titles it works on, {@code *} for everybody's
 * @param secretHash SHA-256 of the secret part. A slow hash would protect short secrets that people
 *     choose; these are 256 random bits
 * @param createdAt ISO 8601
 * @param createdBy id of the key that made it
 * @param expiresAt ISO 8601; never if absent
 */
public record ApiKey(
    int schema,
    String id,
    String name,
    Role role,
    String tenant,
    String secretHash,
    String createdAt,
    String createdBy,
    Optional<String> expiresAt) {

  /** The current JSON form. */
  public static final int SCHEMA = 1;

  /** Whether it no longer counts at {@code now}. */
  boolean isExpired(Instant now) {
    return expiresAt.filter(at -> !now.isBefore(Instant.parse(at))).isPresent();
  }

  /** Who calls with it. */
  Caller caller() {
    return new Caller(
        new Requester(id, tenant, role), Caller.Kind.KEY, name, expiresAt.map(Instant::parse));
  }
}
