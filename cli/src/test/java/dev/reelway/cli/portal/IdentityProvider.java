package dev.reelway.cli.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Somebody else's identity provider: a page on which people say who they are, and tokens for codes
 * with PKCE (RFC 7636) and for refresh tokens. Whoever names a group is in it.
 */
final class IdentityProvider implements AutoCloseable {

  private static final String CLIENT = "portal";

  private static final String PAGE =
      """
      <!doctype html><title>Provider</title><h1>Who are you?</h1>
      <form method="post" action="/agree?%s"><label>Group <input name="group"></label><button>Agree</button></form>
      """;

  private final HttpServer server;
  private final ECKey key;
  private final Map<String, Granted> granted = new ConcurrentHashMap<>();
  private volatile Duration lifetime = Duration.ofHours(1);
  private volatile boolean renews;

  /** What a code or refresh token stands for. */
  private record Granted(String group, String challenge, String redirectUri) {}

  IdentityProvider() {
    try {
      key = new ECKeyGenerator(Curve.P_256).keyID("only").generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
    server.createContext("/.well-known/openid-configuration", call -> json(call, 200, about()));
    server.createContext(
        "/keys", call -> json(call, 200, new JWKSet(key).toPublicJWKSet().toString()));
    server.createContext("/authorize", this::ask);
    server.createContext("/agree", this::agree);
    server.createContext("/token", this::token);
    server.start();
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What the operator of the server writes down. */
  String config() {
    return """
    ingest:
      http:
        oidc:
          issuer: %s
          clientId: %s
          roleClaim: groups
          roles: {watchers: viewer, makers: editor, chiefs: admin}
    """
        .formatted(issuer(), CLIENT);
  }

  /** From now on tokens last so long, and are renewed or not. */
  void grantFor(Duration lifetime, boolean renews) {
    this.lifetime = lifetime;
    this.renews = renews;
  }

  /** A token that was good until an hour ago. */
  String oldToken(String group) {
    return signed(group, Duration.ofHours(-1));
  }

  private String about() {
    return """
    {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "authorization_endpoint": "%1$s/authorize",
     "token_endpoint": "%1$s/token"}
    """
        .formatted(issuer());
  }

  private void ask(HttpExchange call) throws IOException {
    String query = call.getRequestURI().getRawQuery().replace("&", "&amp;");
    answer(call, 200, "text/html; charset=utf-8", PAGE.formatted(query));
  }

  private void agree(HttpExchange call) throws IOException {
    Map<String, String> asked = parameters(call.getRequestURI().getRawQuery());
    String group = parameters(new String(call.getRequestBody().readAllBytes(), UTF_8)).get("group");
    String code = UUID.randomUUID().toString();
    boolean isProper =
        CLIENT.equals(asked.get("client_id"))
            && "code".equals(asked.get("response_type"))
            && "S256".equals(asked.get("code_challenge_method"));
    granted.put(code, new Granted(group, asked.get("code_challenge"), asked.get("redirect_uri")));
    String said = isProper && !group.isEmpty() ? "code=" + code : "error=access_denied";
    String state = URLEncoder.encode(asked.get("state"), UTF_8);
    call.getResponseHeaders()
        .add("Location", asked.get("redirect_uri") + "?" + said + "&state=" + state);
    call.sendResponseHeaders(303, -1);
    call.close();
  }

  private void token(HttpExchange call) throws IOException {
    Map<String, String> form = parameters(new String(call.getRequestBody().readAllBytes(), UTF_8));
    // A code counts once, and so does a refresh token.
    Granted found = granted.remove(form.getOrDefault("code", form.get("refresh_token")));
    if (found == null || (form.containsKey("code") && !isProven(found, form))) {
      json(call, 400, "{\"error\": \"invalid_grant\"}");
      return;
    }
    String refresh = UUID.randomUUID().toString();
    granted.put(refresh, found);
    json(
        call,
        200,
        """
        {"token_type": "Bearer", "access_token": "opaque", "id_token": "%s", "expires_in": %d%s}
        """
            .formatted(
                signed(found.group(), lifetime),
                lifetime.toSeconds(),
                renews ? ", \"refresh_token\": \"%s\"".formatted(refresh) : ""));
  }

  private static boolean isProven(Granted found, Map<String, String> form) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(form.getOrDefault("code_verifier", "").getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).equals(found.challenge())
          && found.redirectUri().equals(form.get("redirect_uri"));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private String signed(String group, Duration lifetime) {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer().toString())
            .subject("somebody-of-" + group)
            .audience(CLIENT)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime)))
            .jwtID(UUID.randomUUID().toString())
            .claim("name", "Somebody of " + group)
            .claim("groups", List.of(group))
            .build();
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("only").build(), claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
    return token.serialize();
  }

  private static Map<String, String> parameters(String encoded) {
    return Arrays.stream(encoded.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> URLDecoder.decode(pair[0], UTF_8),
                pair -> URLDecoder.decode(pair[1], UTF_8)));
  }

  /** Pages of other origins may read it: that is what a public client needs. */
  private static void json(HttpExchange call, int status, String json) throws IOException {
    call.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
    answer(call, status, "application/json", json);
  }

  private static void answer(HttpExchange call, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    call.getResponseHeaders().add("Content-Type", type);
    call.sendResponseHeaders(status, bytes.length);
    try (OutputStream body = call.getResponseBody()) {
      body.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
