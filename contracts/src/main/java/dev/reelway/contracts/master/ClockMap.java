package dev.reelway.contracts.master;

import dev.reelway.contracts.time.Rational;
import java.util.List;

/**
 * Turns a container's clock that jumps into one that does not: to every time stamp the shift of the
 * piece of the file is added in which its packet lies. Pieces are told apart by their bytes,
 * because a clock that jumps back shows the same time twice.
 *
 * <pre>
 *  bytes   0 ──────────── 1 000 000 ──────────── 2 500 000 ──────
 *  clock   98.7 … 105.1   5000.0 … 5006.3        20.0 … 27.2
 *  shift   0              −4894.9                +92.1
 * </pre>
 *
 * @param pieces in file order, empty for a clock that never jumps
 */
public record ClockMap(List<Piece> pieces) {

  /** A clock that never jumps. */
  public static final ClockMap EVEN = new ClockMap(List.of());

  /**
   * A piece of the file.
   *
   * @param fromByte where its first packet starts
   * @param startSeconds its first instant on the even clock
   * @param shiftSeconds what its time stamps become later by
   */
  public record Piece(long fromByte, Rational startSeconds, Rational shiftSeconds) {}

  /** Defensive copy. */
  public ClockMap {
    pieces = List.copyOf(pieces);
  }

  /** What the time stamps of a packet at {@code position} become later by, in seconds. */
  public Rational shiftSeconds(long position) {
    Rational shift = Rational.ZERO;
    for (Piece piece : pieces) {
      if (piece.fromByte() > position) {
        break;
      }
      shift = piece.shiftSeconds();
    }
    return shift;
  }

  /** The same in ticks of {@code timeBase}, rounded. */
  public long shiftTicks(long position, Rational timeBase) {
    return shiftSeconds(position).dividedBy(timeBase).round();
  }
}
