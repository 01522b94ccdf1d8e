package dev.reelway.ingest.accept.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.oidc.OidcConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** An identity provider with one key at a time, and everything that a false one would do. */
final class FakeIssuer implements AutoCloseable {

  static final String CLIENT = "portal";

  final AtomicInteger keyRequests = new AtomicInteger();
  private final HttpServer server;
  private volatile ECKey key = newKey("first");

  FakeIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    serve("/.well-known/openid-configuration", this::discovery);
    serve(
        "/keys",
        () -> {
          keyRequests.incrementAndGet();
          return new JWKSet(key).toPublicJWKSet().toString();
        });
    server.start();
  }

  private void serve(String path, Supplier<String> json) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = json.get().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
          }
        });
  }

  private String discovery() {
    return """
    {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "authorization_endpoint": "%1$s/authorize",
     "token_endpoint": "%1$s/token", "more": ["is", "ignored"]}
    """
        .formatted(issuer());
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** As an operator would write it. */
  OidcConfig config() {
    return new OidcConfig(
        issuer(),
        CLIENT,
        Optional.empty(),
        Optional.empty(),
        "realm.groups",
        Map.of("team", Role.EDITOR, "chiefs", Role.ADMIN),
        Optional.of("studio"),
        Optional.empty());
  }

  /** A new key takes the place of the old one. */
  void rotate() {
    key = newKey("second");
  }

  /** Claims of a good token, to be spoiled. */
  JWTClaimsSet.Builder claims() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer().toString())
        .subject("u-17")
        .audience(CLIENT)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(600)))
        .claim("name", "Ada Example")
        .claim("realm", Map.of("groups", List.of("others", "team")))
        .claim("studio", "north");
  }

  String token(JWTClaimsSet.Builder claims) {
    return sign(claims, key);
  }

  /** With the right key's name and another key. */
  String forged(JWTClaimsSet.Builder claims) {
    return sign(claims, newKey(key.getKeyID()));
  }

  /** With a secret that everybody knows: the public key. */
  String signedWithThePublicKey(JWTClaimsSet.Builder claims) {
    byte[] known = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    try {
      return sign(claims, JWSAlgorithm.HS256, new MACSigner(known));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static String unsigned(JWTClaimsSet.Builder claims) {
    return new PlainJWT(claims.build()).serialize();
  }

  private String sign(JWTClaimsSet.Builder claims, ECKey with) {
    try {
      return sign(claims, JWSAlgorithm.ES256, new ECDSASigner(with));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String sign(JWTClaimsSet.Builder claims, JWSAlgorithm algorithm, JWSSigner signer) {
    JWSHeader header =
        new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(key.getKeyID()).build();
    SignedJWT token = new SignedJWT(header, claims.build());
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private static ECKey newKey(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
