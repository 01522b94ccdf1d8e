package dev.reelway.ingest.accept.key;

import dev.reelway.contracts.work.ContentHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a key: {@code rw_<id>_<secret>}. The prefix lets secret scanners find keys that were
 * published by mistake.
 *
 * @param id names the key
 * @param secret 256 random bits in URL-safe Base64
 */
record KeyToken(String id, String secret) {

  private static final Pattern FORM = Pattern.compile("rw_([a-z0-9]{4,32})_([A-Za-z0-9_-]{43})");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 6;

  /** Reads a key; empty if it is none. Whatever passes has an id that is fit for object keys. */
  static Optional<KeyToken> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new KeyToken(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  static KeyToken random() {
    return random(HexFormat.of().formatHex(randomBytes(ID_BYTES)));
  }

  static KeyToken random(String id) {
    String secret =
        Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(SECRET_BYTES));
    return new KeyToken(id, secret);
  }

  String text() {
    return "rw_" + id + "_" + secret;
  }

  String secretHash() {
    return ContentHash.of(secret.getBytes(StandardCharsets.US_ASCII));
  }

  /** Takes the same time wherever the difference is. */
  boolean matches(String hash) {
    return MessageDigest.isEqual(
        secretHash().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "KeyToken[" + id + "]";
  }

  private static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
