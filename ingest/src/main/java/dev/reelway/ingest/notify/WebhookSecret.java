package dev.reelway.ingest.notify;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs posts as Standard Webhooks 1.0 does: {@code v1,} and Base64 of HMAC-SHA256 over {@code
 * id.timestamp.body}, with the bytes behind {@code whsec_} as the key.
 */
final class WebhookSecret {

  static final String PREFIX = "whsec_";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;
  private static final int FEWEST_BYTES = 16;
  private static final int MOST_BYTES = 64;

  private WebhookSecret() {}

  /** A new secret. */
  static String create() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  /** Refuses a secret that is malformed, short or too long. */
  static String check(String secret) {
    int length = key(secret).length;
    if (length < FEWEST_BYTES || length > MOST_BYTES) {
      throw new ReelwayException(
          FailureKind.REQUEST_INVALID,
          "The secret must have %d to %d bytes.".formatted(FEWEST_BYTES, MOST_BYTES));
    }
    return secret;
  }

  /** The signature header of a post. */
  static String sign(String secret, String id, Instant at, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(secret), ALGORITHM));
      mac.update((id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  // A secret of another making is its own bytes.
  private static byte[] key(String secret) {
    if (!secret.startsWith(PREFIX)) {
      return secret.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      throw new ReelwayException(
          FailureKind.REQUEST_INVALID, "The secret is not Base64 after 'whsec_'.", e);
    }
  }
}
