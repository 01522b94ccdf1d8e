package dev.reelway.ingest.accept.key;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.ingest.accept.Caller;
import dev.reelway.ingest.accept.Requester;
import dev.reelway.ingest.accept.Role;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All keys of the installation, one document each. What was read is believed for {@link
 * #BELIEVED_FOR}: a key that another node revoked works on this one until then.
 */
public final class ApiKeys {

  /** How long a revoked key may still work on other nodes. */
  public static final Duration BELIEVED_FOR = Duration.ofSeconds(15);

  private static final String BOOTSTRAP_ID = "admin";
  private static final int CACHED_KEYS = 10_000;
  private static final String ENDING = ".json";

  private final ObjectStore store;
  private final Documents documents;
  private final Clock clock;
  private final Map<String, Cached> cache = Collections.synchronizedMap(new Cache());

  /** Keys in {@code store}. */
  public ApiKeys(ObjectStore store, Clock clock) {
    this.store = store;
    this.documents = new Documents(store);
    this.clock = clock;
  }

  /** Whose key this is; empty if it is nobody's, forged, revoked or expired. */
  public Optional<Requester> authenticate(String token) {
    return caller(token).map(Caller::who);
  }

  /** The same with what people call the key and how long it counts. */
  public Optional<Caller> caller(String token) {
    return KeyToken.parse(token)
        .flatMap(
            parsed ->
                believed(parsed.id())
                    .filter(key -> parsed.matches(key.secretHash()))
                    .filter(key -> !key.isExpired(clock.instant())))
        .map(ApiKey::caller);
  }

  /** The id of the key that {@code token} claims to be, if it has the form of one. */
  public static Optional<String> idOf(String token) {
    return KeyToken.parse(token).map(KeyToken::id);
  }

  /** Whether authenticating this needs no look into storage for a key that may not exist. */
  public boolean isFamiliar(String token) {
    return KeyToken.parse(token)
        .map(parsed -> cache.get(parsed.id()))
        .map(cached -> cached.key().isPresent())
        .orElse(false);
  }

  /** Makes a key. */
  public IssuedKey issue(
      String name, Role role, String tenant, Optional<Instant> expiresAt, String createdBy) {
    return issue(KeyToken.random(), name, role, tenant, expiresAt, createdBy)
        .orElseThrow(
            () ->
                new ReelwayException(
                    FailureKind.INVARIANT_BROKEN, "Two random key ids were the same."));
  }

  /**
   * Makes an admin key for all tenants if there is no key yet; of many nodes that start together
   * one does.
   */
  public Optional<IssuedKey> bootstrapAdmin() {
    if (!store.list(StorageLayout.API_KEYS_PREFIX).isEmpty()) {
      return Optional.empty();
    }
    return issue(
        KeyToken.random(BOOTSTRAP_ID),
        "first admin",
        Role.ADMIN,
        Requester.ALL_TENANTS,
        Optional.empty(),
        "");
  }

  /** All keys by id. */
  public List<ApiKey> list() {
    return store.list(StorageLayout.API_KEYS_PREFIX).stream()
        .map(ListedObject::key)
        .filter(key -> key.endsWith(ENDING))
        .flatMap(key -> documents.find(key, ApiKey.class).stream())
        .toList();
  }

  /** Revokes a key: here at once, on other nodes within {@link #BELIEVED_FOR}. */
  public void revoke(String id) {
    store.delete(StorageLayout.apiKeyKey(id));
    cache.remove(id);
  }

  private Optional<IssuedKey> issue(
      KeyToken token,
      String name,
      Role role,
      String tenant,
      Optional<Instant> expiresAt,
      String createdBy) {
    ApiKey key =
        new ApiKey(
            ApiKey.SCHEMA,
            token.id(),
            name,
            role,
            tenant,
            token.secretHash(),
            clock.instant().toString(),
            createdBy,
            expiresAt.map(Instant::toString));
    String at = StorageLayout.apiKeyKey(key.id());
    cache.remove(key.id());
    return store
        .put(at, ObjectBody.ofBytes(Json.writePretty(key)), PutOptions.forKey(at).ifAbsent())
        .map(put -> new IssuedKey(key, token.text()));
  }

  private Optional<ApiKey> believed(String id) {
    Instant now = clock.instant();
    Cached cached = cache.get(id);
    if (cached == null || !cached.counts(now)) {
      cached = new Cached(documents.find(StorageLayout.apiKeyKey(id), ApiKey.class), now);
      cache.put(id, cached);
    }
    return cached.key();
  }

  private record Cached(Optional<ApiKey> key, Instant readAt) {
    boolean counts(Instant now) {
      return !now.isBefore(readAt) && now.isBefore(readAt.plus(BELIEVED_FOR));
    }
  }

  /** Forgets what was not used for longest, so that guessers cannot fill the memory. */
  private static final class Cache extends LinkedHashMap<String, Cached> {
    private static final long serialVersionUID = 1L;

    Cache() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Cached> eldest) {
      return size() > CACHED_KEYS;
    }
  }
}
