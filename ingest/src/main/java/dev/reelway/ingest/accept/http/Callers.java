package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.Caller;
import dev.reelway.ingest.accept.key.ApiKeys;
import dev.reelway.ingest.accept.oidc.PersonTokens;
import java.util.Optional;

/** Tells who sent a token: an API key, or a person whom the identity provider knows. */
record Callers(ApiKeys keys, Optional<PersonTokens> persons) {

  Optional<Caller> authenticate(String token) {
    return isPersons(token) ? persons.flatMap(p -> p.authenticate(token)) : keys.caller(token);
  }

  /** Whether telling it costs next to nothing. */
  boolean isFamiliar(String token) {
    return isPersons(token)
        ? persons.filter(p -> p.isFamiliar(token)).isPresent()
        : keys.isFamiliar(token);
  }

  /** Whom a token names that proves nothing: fit for the log, without the secret. */
  String claimed(String token) {
    if (token.isEmpty()) {
      return "";
    }
    return ApiKeys.idOf(token).map(id -> "claims key " + id).orElse("unknown token");
  }

  private boolean isPersons(String token) {
    return persons.isPresent() && PersonTokens.isShaped(token);
  }
}
