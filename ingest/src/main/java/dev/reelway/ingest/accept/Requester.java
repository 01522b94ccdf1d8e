package dev.reelway.ingest.accept;

/**
 * Who asks.
 *
 * @param keyId id of the API key, or the name of a watch folder or topic
 * @param tenant whose titles it works on; {@link #ALL_TENANTS} for everybody's
 * @param role what it may do
 */
public record Requester(String keyId, String tenant, Role role) {

  /** The tenant of those who see every tenant's titles. */
  public static final String ALL_TENANTS = "*";

  /** Whose titles they are when somebody who sees all tenants names none. */
  public static final String DEFAULT_TENANT = "default";

  /** Whether titles of {@code owner} exist for this requester. */
  public boolean sees(String owner) {
    return seesAll() || tenant.equals(owner);
  }

  /** Whether this requester works on every tenant's titles. */
  public boolean seesAll() {
    return tenant.equals(ALL_TENANTS);
  }
}
