package dev.reelway.cli.play;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One byte range of a file (RFC 9110, clause 14.1.2).
 *
 * @param firstByte position of the first byte
 * @param lengthBytes how many bytes; 0 when the file has none of the bytes that were asked for
 */
record ByteRange(long firstByte, long lengthBytes) {

  private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * Reads a {@code Range} header. Empty when there is none, or when it asks for something we may
   * ignore (several ranges, another unit, a malformed value): the whole file is the answer then.
   */
  static Optional<ByteRange> parse(String header, long sizeBytes) {
    if (header == null) {
      return Optional.empty();
    }
    Matcher matcher = SINGLE.matcher(header.replace(" ", ""));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String first = matcher.group(1);
    String last = matcher.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? Optional.empty() : Optional.of(suffix(last, sizeBytes));
    }
    return between(Long.parseLong(first), last.isEmpty() ? null : Long.valueOf(last), sizeBytes);
  }

  private static ByteRange suffix(String length, long sizeBytes) {
    long wanted = Math.min(Long.parseLong(length), sizeBytes);
    return new ByteRange(sizeBytes - wanted, wanted);
  }

  private static Optional<ByteRange> between(long first, Long last, long sizeBytes) {
    if (last != null && last < first) {
      return Optional.empty();
    }
    long end = last == null ? sizeBytes - 1 : Math.min(last, sizeBytes - 1);
    return Optional.of(new ByteRange(first, Math.max(0, end - first + 1)));
  }

  /** Whether the file has none of the bytes. */
  boolean isEmpty() {
    return lengthBytes == 0;
  }

  /** The {@code Content-Range} of a file of {@code sizeBytes} for this range. */
  String contentRange(long sizeBytes) {
    return isEmpty()
        ? "bytes */" + sizeBytes
        : "bytes " + firstByte + "-" + (firstByte + lengthBytes - 1) + "/" + sizeBytes;
  }
}
