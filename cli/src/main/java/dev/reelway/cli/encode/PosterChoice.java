package dev.reelway.cli.encode;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody wants as the poster: a JPEG file, the picture at an instant, or nothing in
 * particular.
 *
 * @param seconds the instant of the title
 * @param jpeg bytes of a file
 */
record PosterChoice(Optional<Rational> seconds, Optional<byte[]> jpeg) {

  /** Whatever the rule gives. */
  static final PosterChoice BY_RULE = new PosterChoice(Optional.empty(), Optional.empty());

  private static final Pattern TIME = Pattern.compile("(\\d{1,6}:){0,2}\\d{1,6}(\\.\\d{1,9})?");
  private static final int MOST_BYTES = 10 << 20;

  /** Reads an instant such as {@code 1:02:03.5} or {@code 12}, or else the file of that name. */
  static PosterChoice of(String text) {
    return TIME.matcher(text).matches()
        ? new PosterChoice(Optional.of(seconds(text)), Optional.empty())
        : new PosterChoice(Optional.empty(), Optional.of(file(Path.of(text))));
  }

  private static Rational seconds(String text) {
    Rational seconds = Rational.ZERO;
    for (String part : text.split(":", -1)) {
      seconds = seconds.times(60).plus(decimal(part));
    }
    return seconds;
  }

  private static Rational decimal(String part) {
    int point = part.indexOf('.');
    if (point < 0) {
      return Rational.of(Long.parseLong(part));
    }
    String fraction = part.substring(point + 1);
    long scale = (long) Math.pow(10, fraction.length());
    return Rational.of(Long.parseLong(part.substring(0, point)))
        .plus(new Rational(Long.parseLong(fraction), scale));
  }

  private static byte[] file(Path path) {
    try {
      if (Files.size(path) <= MOST_BYTES) {
        byte[] bytes = Files.readAllBytes(path);
        if (bytes.length > 3 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8) {
          return bytes;
        }
      }
      throw refused(path, "is not a JPEG file of at most 10 MiB", null);
    } catch (IOException e) {
      throw refused(path, "cannot be read", e);
    }
  }

  private static ReelwayException refused(Path path, String problem, IOException cause) {
    return new ReelwayException(
        FailureKind.USAGE_INVALID, "The poster " + path + " " + problem + ".", cause);
  }
}
