package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.upload.StagedUploads;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** The header {@code Upload-Checksum: sha256 <Base64>} of tus' checksum extension. */
final class TusChecksums {

  /** SHA-1 is what tus demands of every server that checks. */
  static final String NAMES = "sha1,sha256";

  private static final Map<String, String> ALGORITHMS =
      Map.of("sha1", "SHA-1", "sha256", "SHA-256");

  private TusChecksums() {}

  static StagedUploads.Checksum read(String header) {
    String[] parts = header.split(" ", 2);
    String algorithm = ALGORITHMS.get(parts[0]);
    if (parts.length != 2 || algorithm == null) {
      throw unusable();
    }
    try {
      return new StagedUploads.Checksum(
          MessageDigest.getInstance(algorithm),
          HexFormat.of().formatHex(Base64.getDecoder().decode(parts[1])));
    } catch (IllegalArgumentException e) {
      throw unusable();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  private static Refusal unusable() {
    return Refusal.of(
        ProblemKind.REQUEST_INVALID,
        "The header Upload-Checksum is not usable; write one of " + NAMES + " and Base64.");
  }
}
