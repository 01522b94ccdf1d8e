package dev.reelway.cli.play;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Answers with a file or one byte range of it (RFC 9110, clauses 13 and 14). */
final class FileReply {

  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int NOT_MODIFIED = 304;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final Throttle throttle;

  FileReply(Throttle throttle) {
    this.throttle = throttle;
  }

  /** Sends {@code file}, its range, or the reason why there is nothing to send. */
  void send(HttpExchange exchange, Path file, String type) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    long sizeBytes = attributes.size();
    String tag = entityTag(attributes);
    Headers headers = exchange.getResponseHeaders();
    headers.set("ETag", tag);
    headers.set("Accept-Ranges", "bytes");
    headers.set("Cache-Control", "no-cache");
    headers.set("Content-Type", type);
    Optional<ByteRange> range = requestedRange(exchange.getRequestHeaders(), tag, sizeBytes);
    if (isKnown(exchange.getRequestHeaders(), tag)) {
      exchange.sendResponseHeaders(NOT_MODIFIED, -1);
    } else if (range.isEmpty()) {
      sendBytes(exchange, OK, file, new ByteRange(0, sizeBytes));
    } else {
      headers.set("Content-Range", range.get().contentRange(sizeBytes));
      int status = range.get().isEmpty() ? RANGE_NOT_SATISFIABLE : PARTIAL_CONTENT;
      sendBytes(exchange, status, file, range.get());
    }
  }

  /** Size and time of change name a version well enough for files that are written once. */
  private static String entityTag(BasicFileAttributes attributes) {
    return String.format(
        "\"%x-%x\"", attributes.size(), attributes.lastModifiedTime().toInstant().toEpochMilli());
  }

  private static boolean isKnown(Headers request, String tag) {
    String known = request.getFirst("If-None-Match");
    return known != null && (known.equals("*") || known.contains(tag));
  }

  private static Optional<ByteRange> requestedRange(Headers request, String tag, long sizeBytes) {
    String onlyIf = request.getFirst("If-Range");
    boolean outdated = onlyIf != null && !onlyIf.equals(tag);
    return ByteRange.parse(outdated ? null : request.getFirst("Range"), sizeBytes);
  }

  private void sendBytes(HttpExchange exchange, int status, Path file, ByteRange range)
      throws IOException {
    if (!Reply.head(exchange, status, range.lengthBytes())) {
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(range.firstByte());
      copy(in, exchange.getResponseBody(), range.lengthBytes());
    }
  }

  private void copy(InputStream in, OutputStream out, long lengthBytes) throws IOException {
    long leftBytes = lengthBytes;
    while (leftBytes > 0) {
      byte[] block = in.readNBytes((int) Math.min(leftBytes, throttle.blockBytes()));
      if (block.length == 0) {
        throw new IOException("the file became shorter while it was sent");
      }
      pause(block.length);
      out.write(block);
      leftBytes -= block.length;
    }
  }

  private void pause(int bytes) throws InterruptedIOException {
    try {
      throttle.await(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server is closing");
    }
  }
}
