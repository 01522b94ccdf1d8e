package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Faults;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bytes of a playlist to lines, RFC 8216bis 4.1; whatever is too long is cut and said. */
final class LineScanner {
  static final int MAX_BYTES = 64 << 20;
  static final int MAX_LINES = 1_000_000;
  static final int MAX_LINE_CHARS = 16_384;

  private LineScanner() {}

  static List<Line> scan(byte[] bytes, Faults faults) {
    String text = decode(bytes, faults);
    List<Line> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      if (lines.size() == MAX_LINES) {
        faults.add(HlsRule.HLS_TEXT_LIMIT, MAX_LINES, "at most " + MAX_LINES + " lines", "more");
        break;
      }
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      lines.add(line(lines.size() + 1, withoutReturn(text, start, end), faults));
      start = end + 1;
    }
    return lines;
  }

  private static String withoutReturn(String text, int start, int end) {
    boolean carriage = end > start && text.charAt(end - 1) == '\r';
    return text.substring(start, carriage ? end - 1 : end);
  }

  private static Line line(int number, String text, Faults faults) {
    if (text.length() > MAX_LINE_CHARS) {
      faults.add(
          HlsRule.HLS_TEXT_LIMIT,
          number,
          "at most " + MAX_LINE_CHARS + " characters in a line",
          text.length() + " characters");
      return new Line(number, text.substring(0, MAX_LINE_CHARS));
    }
    if (text.chars().anyMatch(c -> (c < 0x20 && c != '\t') || (c >= 0x7f && c <= 0x9f))) {
      faults.add(HlsRule.HLS_TEXT_ENCODING, number, "no control characters", "a control character");
    }
    return new Line(number, text);
  }

  private static String decode(byte[] bytes, Faults faults) {
    int length = Math.min(bytes.length, MAX_BYTES);
    if (length < bytes.length) {
      faults.add(
          HlsRule.HLS_TEXT_LIMIT, 0, "at most " + MAX_BYTES + " bytes", bytes.length + " bytes");
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
      if (text.startsWith("\uFEFF")) {
        faults.add(HlsRule.HLS_TEXT_ENCODING, 1, "no byte order mark", "a byte order mark");
        return text.substring(1);
      }
      return text;
    } catch (CharacterCodingException e) {
      faults.add(HlsRule.HLS_TEXT_ENCODING, 0, "UTF-8", "bytes that are not UTF-8");
      return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
  }
}
