package dev.reelway.ingest.accept.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.work.ContentHash;
import dev.reelway.ingest.accept.Caller;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tokens of the identity provider: signed by one of its keys with an algorithm that has a public
 * half, made out to us, and in force. The provider's keys are fetched when they are needed, kept
 * for five minutes, and fetched anew, at most every half minute, when a token names another.
 */
public final class PersonTokens {

  private static final Logger LOG = LoggerFactory.getLogger(PersonTokens.class);

  /** A good token is believed that long before its signature is looked at again. */
  private static final Duration BELIEVED_FOR = Duration.ofMinutes(1);

  private static final Pattern SHAPE =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

  private static final Duration DISCOVERY = Duration.ofSeconds(6);
  private static final int KEPT_TOKENS = 10_000;
  private static final int LONGEST_TOKEN = 16 * 1024;
  private static final int PATIENCE_MILLIS = 4_000;
  private static final int LARGEST_KEYS_BYTES = 512 * 1024;
  private static final int CLOCKS_DIFFER_SECONDS = 30;

  /** Nothing that a secret signs, and nothing that nobody signs. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Stream.of(JWSAlgorithm.Family.RSA.stream(), JWSAlgorithm.Family.EC.stream())
          .flatMap(algorithms -> algorithms)
          .collect(Collectors.toUnmodifiableSet());

  private final OidcConfig config;
  private final PersonRules rules;
  private final Discovery discovery;
  private final Clock clock;
  private final Map<String, Believed> believed = Collections.synchronizedMap(new Kept());
  private Optional<Checker> checker = Optional.empty();

  /** Tokens of the provider of {@code config}. */
  public PersonTokens(OidcConfig config, Clock clock) {
    this.config = config;
    this.rules = new PersonRules(config);
    this.discovery = new Discovery(config.issuer(), clock);
    this.clock = clock;
    discovery.provider();
  }

  /** Whether this has the shape of a token; keys never have. */
  public static boolean isShaped(String text) {
    return text.length() <= LONGEST_TOKEN && SHAPE.matcher(text).matches();
  }

  /** What pages must know to sign somebody in. */
  public OidcConfig config() {
    return config;
  }

  /** What the provider offers, once it has said so. */
  public Optional<Provider> provider() {
    return discovery.provider();
  }

  /** Whether this very token was good a moment ago. */
  public boolean isFamiliar(String token) {
    return known(token).isPresent();
  }

  /**
   * Who somebody is; empty if the token is forged, over, made out to somebody else, or gives no
   * role here.
   *
   * @throws ProviderAway if the provider cannot be asked for its keys
   */
  public Optional<Caller> authenticate(String token) {
    Optional<Caller> known = known(token);
    if (known.isPresent()) {
      return known;
    }
    Optional<Caller> caller = claims(token).flatMap(this::caller);
    caller.ifPresent(found -> believed.put(digest(token), new Believed(found, clock.instant())));
    return caller;
  }

  private Optional<Caller> known(String token) {
    Instant now = clock.instant();
    return Optional.ofNullable(believed.get(digest(token)))
        .filter(kept -> now.isBefore(kept.since().plus(BELIEVED_FOR)))
        .map(Believed::caller)
        .filter(caller -> caller.expiresAt().filter(at -> !now.isBefore(at)).isEmpty());
  }

  private Optional<Caller> caller(JWTClaimsSet claims) {
    Optional<Caller> caller = rules.caller(claims);
    if (caller.isEmpty()) {
      LOG.info("{} signed in at the identity provider and has no role here", claims.getSubject());
    }
    return caller;
  }

  private Optional<JWTClaimsSet> claims(String token) {
    try {
      return Optional.of(checker().process(token, null));
    } catch (RemoteKeySourceException e) {
      throw away(e);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      LOG.info("A token was refused: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private synchronized DefaultJWTProcessor<SecurityContext> checker() {
    Provider provider = discovery.awaitProvider(DISCOVERY).orElseThrow(() -> away(null));
    if (checker.filter(known -> known.keys().equals(provider.jwksUri())).isEmpty()) {
      checker = Optional.of(new Checker(provider.jwksUri(), processor(provider)));
    }
    return checker.get().processor();
  }

  private DefaultJWTProcessor<SecurityContext> processor(Provider provider) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys(provider)));
    Set<String> audiences =
        Stream.concat(Stream.of(config.clientId()), config.audience().stream())
            .collect(Collectors.toUnmodifiableSet());
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(
            audiences,
            new JWTClaimsSet.Builder().issuer(config.issuer().toString()).build(),
            Set.of("sub", "exp", "iss", "aud"),
            Set.of());
    claims.setMaxClockSkew(CLOCKS_DIFFER_SECONDS);
    processor.setJWTClaimsSetVerifier(claims);
    return processor;
  }

  private static JWKSource<SecurityContext> keys(Provider provider) {
    try {
      return JWKSourceBuilder.create(
              provider.jwksUri().toURL(),
              new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LARGEST_KEYS_BYTES))
          .build();
    } catch (MalformedURLException e) {
      throw new ReelwayException(
          FailureKind.USAGE_INVALID, "The identity provider's keys have no usable address.", e);
    }
  }

  private ProviderAway away(Exception cause) {
    return new ProviderAway(
        "The identity provider " + config.issuer().getHost() + " does not answer.", cause);
  }

  private static String digest(String token) {
    return ContentHash.of(token.getBytes(StandardCharsets.UTF_8));
  }

  private record Checker(URI keys, DefaultJWTProcessor<SecurityContext> processor) {}

  private record Believed(Caller caller, Instant since) {}

  private static final class Kept extends LinkedHashMap<String, Believed> {
    private static final long serialVersionUID = 1L;

    Kept() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Believed> eldest) {
      return size() > KEPT_TOKENS;
    }
  }
}
