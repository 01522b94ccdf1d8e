package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.ingest.accept.Caller;
import dev.reelway.ingest.accept.Requester;
import dev.reelway.ingest.accept.Role;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Addresses of documents that a browser can open without a key, for a short while: the address
 * itself is signed. All nodes sign with one secret, which the first that needs it puts into
 * storage.
 */
final class Links {

  /** The query parameter that makes an address a link. */
  static final String PARAMETER = "link";

  /** Long enough to open a page or begin a download. */
  static final Duration VALID_FOR = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SECRET_BYTES = 32;
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,12})\\.([a-z0-9_*-]{1,64})\\.([A-Za-z0-9_-]{43})");

  private final ObjectStore store;
  private final Clock clock;
  private Optional<byte[]> secret = Optional.empty();

  Links(ObjectStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * An address for five minutes.
   *
   * @param path with its query, if it has one
   * @param tenant whose title the document is of
   */
  String sign(String path, String tenant, Instant expiresAt) {
    long expiry = expiresAt.getEpochSecond();
    String link = expiry + "." + tenant + "." + signature(path, expiry, tenant);
    return path + (path.contains("?") ? "&" : "?") + PARAMETER + "=" + link;
  }

  /** Who follows a link may read what the link names; refuses all but good links. */
  Caller open(Context context) {
    Matcher link = FORM.matcher(String.valueOf(context.queryParam(PARAMETER)));
    if (link.matches()) {
      long expiry = Long.parseLong(link.group(1));
      String expected = signature(signed(context), expiry, link.group(2));
      boolean good =
          MessageDigest.isEqual(
              expected.getBytes(StandardCharsets.US_ASCII),
              link.group(3).getBytes(StandardCharsets.US_ASCII));
      Instant end = Instant.ofEpochSecond(expiry);
      if (good && clock.instant().isBefore(end)) {
        Requester who = new Requester("link", link.group(2), Role.VIEWER);
        return new Caller(who, Caller.Kind.KEY, "link", Optional.of(end));
      }
    }
    throw Refusal.of(
        ProblemKind.UNAUTHENTICATED, "The link is over or not a good one; open the page again.");
  }

  private static String signed(Context context) {
    String version = context.queryParam("version");
    return context.path() + (version == null ? "" : "?version=" + version);
  }

  private String signature(String path, long expiry, String tenant) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret(), ALGORITHM));
      String text = path + "\n" + expiry + "\n" + tenant;
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new ReelwayException(FailureKind.INVARIANT_BROKEN, "A link cannot be signed.", e);
    }
  }

  /** The secret as it lies in storage. */
  record Secret(String base64) {

    /** Without the secret. */
    @Override
    public String toString() {
      return "Secret[]";
    }
  }

  private synchronized byte[] secret() {
    if (secret.isEmpty()) {
      secret = Optional.of(Base64.getDecoder().decode(stored().base64()));
    }
    return secret.get();
  }

  private Secret stored() {
    String key = StorageLayout.LINK_SECRET_KEY;
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    Secret mine = new Secret(Base64.getEncoder().encodeToString(random));
    Documents documents = new Documents(store);
    return documents
        .find(key, Secret.class)
        .orElseGet(
            () -> {
              store.put(
                  key, ObjectBody.ofBytes(Json.write(mine)), PutOptions.forKey(key).ifAbsent());
              return documents.read(key, Secret.class); // another node may have been first
            });
  }
}
