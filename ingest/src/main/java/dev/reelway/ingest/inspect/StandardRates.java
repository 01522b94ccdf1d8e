package dev.reelway.ingest.inspect;

import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import java.util.List;
import java.util.stream.Stream;

/** Frame rates that cameras, editing systems and screen recorders really use. */
final class StandardRates {

  private static final Rational SLOWEST = Rational.of(5);
  private static final Rational FASTEST = Rational.of(120);

  /** What a constant-rate master may be snapped to, rising. */
  static final List<FrameRate> CONSTANT =
      rates(
          "5",
          "6",
          "15/2",
          "8",
          "9",
          "10",
          "12000/1001",
          "12",
          "25/2",
          "15000/1001",
          "15",
          "16",
          "18",
          "20",
          "24000/1001",
          "24",
          "25",
          "30000/1001",
          "30",
          "40",
          "48000/1001",
          "48",
          "50",
          "60000/1001",
          "60",
          "72",
          "75",
          "90",
          "100",
          "120000/1001",
          "120");

  /**
   * What a variable-rate master is mapped to, rising; at most 60 frames per second, more than that
   * only costs bits on material that was never even.
   */
  static final List<FrameRate> VARIABLE =
      rates(
          "10",
          "12",
          "25/2",
          "15",
          "20",
          "24000/1001",
          "24",
          "25",
          "30000/1001",
          "30",
          "48",
          "50",
          "60000/1001",
          "60");

  private StandardRates() {}

  /** Whether a title may run at {@code rate}: 5 to 120 frames per second. */
  static boolean allowed(FrameRate rate) {
    return rate.framesPerSecond().compareTo(SLOWEST) >= 0
        && rate.framesPerSecond().compareTo(FASTEST) <= 0;
  }

  private static List<FrameRate> rates(String... rates) {
    return Stream.of(rates).map(FrameRate::parse).toList();
  }
}
