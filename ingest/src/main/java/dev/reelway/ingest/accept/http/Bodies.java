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

  private Bodies() {}

  static byte[] read(HttpServletRequest request, int mostBytes) {
    if (request.getContentLengthLong() > mostBytes) {
      throw tooLarge(mostBytes);
    }
    long deadline = System.nanoTime() + LONGEST.toNanos();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream stream = request.getInputStream()) {
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        body.write(buffer, 0, read);
        if (body.size() > mostBytes) {
          throw tooLarge(mostBytes);
        }
        // The idle time-out bounds each read; this bounds somebody who sends a byte at a time.
        if (System.nanoTime() - deadline > 0) {
          throw Refusal.of(ProblemKind.REQUEST_TIMEOUT, "The body took too long.");
        }
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
