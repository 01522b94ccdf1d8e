package dev.reelway.media.text.read;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.media.text.cue.CueList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A subtitle file beside a master.
 *
 * @param format what it is
 * @param charset how its letters were written
 * @param content its cues
 */
public record TextFile(TextFileFormat format, TextCharset charset, CueList content) {

  /** More than any title of 24 hours has; larger files are no subtitles. */
  private static final long MAX_BYTES = 16L << 20;

  private static final int HEAD_BYTES = 8192;

  /**
   * Reads a file if it is one with subtitles; anything else is left to FFmpeg.
   *
   * @param name for messages
   * @param language BCP 47 tag or ISO 639-2 code, {@code und} if unknown; tells old code pages
   *     apart
   * @throws ReelwayException {@code MASTER_UNSUPPORTED} if it has subtitles in unreadable letters
   */
  public static Optional<TextFile> read(MasterBytes bytes, String name, String language)
      throws IOException {
    if (bytes.sizeBytes() > MAX_BYTES || !looksLikeText(bytes)) {
      return Optional.empty();
    }
    byte[] all = read(bytes, (int) bytes.sizeBytes());
    // Markers and times are ASCII in every single-byte charset, so a format shows in any of them.
    String raw = new String(all, StandardCharsets.ISO_8859_1);
    Optional<TextCharset> charset = TextCharset.of(all, language);
    if (charset.isEmpty()) {
      if (TextFileFormat.recognise(raw).isEmpty()) {
        return Optional.empty();
      }
      throw new ReelwayException(
          FailureKind.MASTER_UNSUPPORTED,
          "The letters of '%s' are in a character set that cannot be told for sure; save it as UTF-8."
              .formatted(name));
    }
    String text = charset.get().decode(all);
    return TextFileFormat.recognise(text)
        .map(format -> new TextFile(format, charset.get(), format.read(text)));
  }

  private static boolean looksLikeText(MasterBytes bytes) throws IOException {
    return TextCharset.couldBeText(read(bytes, (int) Math.min(HEAD_BYTES, bytes.sizeBytes())));
  }

  private static byte[] read(MasterBytes bytes, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    int done = 1;
    while (buffer.hasRemaining() && done > 0) {
      done = bytes.read(buffer.position(), buffer);
    }
    return java.util.Arrays.copyOf(buffer.array(), buffer.position());
  }
}
