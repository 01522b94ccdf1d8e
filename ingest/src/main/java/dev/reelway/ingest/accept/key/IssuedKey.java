package dev.reelway.ingest.accept.key;

/**
 * A new key, told once.
 *
 * @param key what is stored
 * @param token what callers send: {@code rw_<id>_<secret>}
 */
public record IssuedKey(ApiKey key, String token) {

  /** Without the secret. */
  @Override
  public String toString() {
    return "IssuedKey[" + key.id() + "]";
  }
}
