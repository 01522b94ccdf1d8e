package dev.reelway.ingest.queue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Bytes as they came, inside a JSON text: plain where they are UTF-8, else {@code base64:…}. */
final class RawPayload {

  private static final String BASE64 = "base64:";

  private RawPayload() {}

  static String text(byte[] bytes) {
    if (bytes == null) {
      return "";
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      // Text that looks encoded is encoded, too, so that reading back is never a guess.
      return text.startsWith(BASE64) ? encoded(bytes) : text;
    } catch (CharacterCodingException e) {
      return encoded(bytes);
    }
  }

  static byte[] bytes(String text) {
    return text.startsWith(BASE64)
        ? Base64.getDecoder().decode(text.substring(BASE64.length()))
        : text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(byte[] bytes) {
    return BASE64 + Base64.getEncoder().encodeToString(bytes);
  }
}
