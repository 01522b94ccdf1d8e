package dev.reelway.cli.client.title;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Instants of the API, in UTC, as people of a zone read and write them.
 *
 * @param zone theirs
 */
public record LocalTimes(ZoneId zone) {

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /** Those of this machine. */
  public static LocalTimes here() {
    return new LocalTimes(ZoneId.systemDefault());
  }

  /** The time of an ISO 8601 instant; what is none is shown as it is. */
  public String text(String iso) {
    return instant(iso).map(at -> SHOWN.format(at.atZone(zone))).orElse(Printable.text(iso));
  }

  /** Reads an ISO 8601 instant. */
  static Optional<Instant> instant(String iso) {
    try {
      return Optional.of(OffsetDateTime.parse(iso).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads what a person writes: with an offset, or else local; the day alone means its beginning.
   */
  public Optional<Instant> parse(String text) {
    String iso = text.strip().replace(' ', 'T');
    Optional<Instant> exact = instant(iso);
    if (exact.isPresent()) {
      return exact;
    }
    try {
      LocalDateTime local = LocalDateTime.parse(iso.contains("T") ? iso : iso + "T00:00");
      return Optional.of(local.atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads what a person gave to an option.
   *
   * @return ISO 8601 in UTC
   */
  public String instant(String option, String written) {
    return parse(written)
        .map(Instant::toString)
        .orElseThrow(
            () ->
                new ReelwayException(
                    FailureKind.USAGE_INVALID,
                    option + " is '" + written + "'; write a time as 2026-01-31T20:00."));
  }

  /** A duration as {@code 1:02:03}. */
  static String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
