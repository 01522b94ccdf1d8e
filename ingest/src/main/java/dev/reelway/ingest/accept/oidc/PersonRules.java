package dev.reelway.ingest.accept.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.ingest.accept.Caller;
import dev.reelway.ingest.accept.FormRules;
import dev.reelway.ingest.accept.Requester;
import dev.reelway.ingest.accept.Role;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the claims of a good token make of a person. Who has no role here does not get in. */
record PersonRules(OidcConfig config) {

  private static final String ID_START = "person:";
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_NAME = 100;

  Optional<Caller> caller(JWTClaimsSet claims) {
    String subject = claims.getSubject();
    Optional<Role> role = role(claims);
    Optional<String> tenant = tenant(claims);
    if (subject == null || subject.isBlank() || role.isEmpty() || tenant.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Caller(
            new Requester(ID_START + plain(subject, LONGEST_ID), tenant.get(), role.get()),
            Caller.Kind.PERSON,
            name(claims).orElse(plain(subject, LONGEST_NAME)),
            Optional.ofNullable(claims.getExpirationTime()).map(Date::toInstant)));
  }

  private Optional<Role> role(JWTClaimsSet claims) {
    return words(claim(claims, config.roleClaim()))
        .map(word -> config.roles().get(word))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  private Optional<String> tenant(JWTClaimsSet claims) {
    if (config.tenantClaim().isEmpty()) {
      return Optional.of(config.tenant().orElse(Requester.DEFAULT_TENANT));
    }
    return words(claim(claims, config.tenantClaim().get()))
        .findFirst()
        .filter(PersonRules::isTenant)
        .or(config::tenant);
  }

  private static boolean isTenant(String word) {
    try {
      if (!word.equals(Requester.ALL_TENANTS)) {
        FormRules.checkWord("tenant", word);
      }
      return true;
    } catch (ReelwayException e) {
      return false;
    }
  }

  private static Optional<String> name(JWTClaimsSet claims) {
    return Stream.of("name", "preferred_username", "email")
        .flatMap(claim -> words(claims.getClaim(claim)))
        .filter(word -> !word.isBlank())
        .map(word -> plain(word, LONGEST_NAME))
        .findFirst();
  }

  /** A claim by its name, or by a path through groups of claims. */
  private static Object claim(JWTClaimsSet claims, String path) {
    Object whole = claims.getClaim(path);
    if (whole != null) {
      return whole;
    }
    Object found = claims.getClaims();
    for (String part : path.split("\\.", -1)) {
      found = found instanceof Map<?, ?> group ? group.get(part) : null;
    }
    return found;
  }

  private static Stream<String> words(Object claim) {
    if (claim instanceof String text) {
      return Stream.of(text);
    }
    return claim instanceof Collection<?> list
        ? List.copyOf(list).stream().filter(String.class::isInstance).map(String.class::cast)
        : Stream.empty();
  }

  /** Without what could deceive who reads a log. */
  private static String plain(String text, int longest) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isISOControl(c) || !Character.isDefined(c) ? '?' : c)
        .limit(longest)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
