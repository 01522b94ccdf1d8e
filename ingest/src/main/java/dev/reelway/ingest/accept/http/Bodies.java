package dev.reelway.ingest.accept.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads small bodies, bounded in size and time whatever the headers claim. */
final class Bodies {

  private static final int BUFFER_BYTES = 8 * 1024;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /**
   * What is read and dropped of a body that is too large: whoever is still sending when the
   * connection is closed may never see the answer.
   */
  private static final int DROPPED_BYTES = 8 << 20;

  private Bodies() {}

  static byte[] read(HttpServletRequest request, int mostBytes) {
    if (request.getContentLengthLong() > mostBytes + DROPPED_BYTES) {
      throw tooLarge(mostBytes);
    }
    long deadline = System.nanoTime() + LONGEST.toNanos();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream stream = request.getInputStream()) {
      long total = 0;
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        total += read;
        if (total <= mostBytes) {
          body.write(buffer, 0, read);
        } else if (total > mostBytes + DROPPED_BYTES) {
          break;
        }
        // The idle time-out bounds each read; this bounds somebody who sends a byte at a time.
        if (System.nanoTime() - deadline > 0) {
          throw Refusal.of(ProblemKind.REQUEST_TIMEOUT, "The body took too long.");
        }
      }
      if (total > mostBytes) {
        throw tooLarge(mostBytes);
      }
    } catch (IOException e) {
      throw Refusal.of(ProblemKind.REQUEST_INVALID, "The body broke off.");
    }
    return body.toByteArray();
  }

  private static Refusal tooLarge(int mostBytes) {
    return Refusal.of(
        ProblemKind.TOO_LARGE, "The body is too large; at most %d bytes.".formatted(mostBytes));
  }
}
