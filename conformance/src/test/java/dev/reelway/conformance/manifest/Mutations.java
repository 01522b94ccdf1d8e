package dev.reelway.conformance.manifest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages a text: in its bytes, its numbers, its lines, or by words that texts of its kind use. */
final class Mutations {
  private static final List<String> WORDS =
      List.of(
          "0",
          "-1",
          "1",
          "999999999999999999",
          "18446744073709551616",
          "0.0000000000001",
          "1e309",
          "NaN",
          "\"",
          ",",
          "=",
          "\n",
          "\r\n",
          "\u0000",
          "\uFEFF",
          "$",
          "$$",
          "$Number$",
          "$Time%099d$",
          "../",
          "//",
          "http://[",
          "%zz",
          "#EXT-X-MAP:URI=\"",
          "#EXTINF:",
          "#EXT-X-BYTERANGE:",
          "#EXT-X-KEY:METHOD=NONE",
          "#EXT-X-DISCONTINUITY",
          "-->",
          "99:59:59.999",
          "<",
          ">",
          "&",
          "&amp;",
          "&#x0;",
          "<!--",
          "]]>",
          "<S d=\"1\" r=\"-1\"/>",
          "PT9999999999S",
          "P1Y",
          "xmlns=\"\"",
          "r=\"999999999\"",
          "timescale=\"4294967295\"",
          "timescale=\"0\"",
          "duration=\"1\"",
          "presentationTimeOffset=\"999999999999999999\"");

  private Mutations() {}

  /** One to four damages. */
  static byte[] of(byte[] bytes, Random random) {
    byte[] damaged = bytes;
    for (int i = random.nextInt(4); i >= 0; i--) {
      damaged = once(damaged, random);
    }
    return damaged;
  }

  private static byte[] once(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + random.nextInt(1 << random.nextInt(8)));
    return switch (random.nextInt(7)) {
      case 0 -> flip(bytes, at, random);
      case 1 -> joined(bytes, at, new byte[0], end);
      case 2 -> joined(bytes, end, Arrays.copyOfRange(bytes, at, end), end);
      case 3 -> joined(bytes, at, word(random), at);
      case 4 -> joined(bytes, at, word(random), end);
      case 5 -> number(bytes, at, random);
      default -> random.nextInt(8) == 0 ? Arrays.copyOf(bytes, at) : flip(bytes, at, random);
    };
  }

  private static byte[] flip(byte[] bytes, int at, Random random) {
    byte[] copy = bytes.clone();
    if (at < copy.length) {
      copy[at] ^= (byte) (1 << random.nextInt(8));
    }
    return copy;
  }

  /** Replaces the next digits by another number. */
  private static byte[] number(byte[] bytes, int at, Random random) {
    int start = at;
    while (start < bytes.length && !Character.isDigit(bytes[start])) {
      start++;
    }
    int end = start;
    while (end < bytes.length && Character.isDigit(bytes[end])) {
      end++;
    }
    String other = String.valueOf(random.nextLong() >>> random.nextInt(64));
    return joined(bytes, start, other.getBytes(StandardCharsets.US_ASCII), end);
  }

  private static byte[] word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] bytes, int head, byte[] middle, int tail) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, head);
    out.writeBytes(middle);
    out.write(bytes, tail, bytes.length - tail);
    return out.toByteArray();
  }
}
