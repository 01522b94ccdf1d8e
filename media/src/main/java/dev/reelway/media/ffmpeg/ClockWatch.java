package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.time.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the places where a container's clock jumps, and closes them: the picture goes on one frame
 * later, and the sound keeps its place beside the picture.
 *
 * <p>A jump is a packet whose decode time falls behind that of its own stream by more than half a
 * second (by anything for a key picture, with which a splice begins), or runs ahead of all streams
 * by more than ten. Around a jump packets of both clocks may alternate; a packet that fits the
 * piece before belongs to it. Pure.
 */
final class ClockWatch {

  private static final Rational BACK_SECONDS = new Rational(1, 2);
  private static final Rational AHEAD_SECONDS = Rational.of(10);

  /**
   * A packet of picture or sound.
   *
   * @param stream its stream
   * @param position its byte in the file
   * @param presentation presentation time in ticks
   * @param decode decode time in ticks
   * @param duration in ticks, 0 if unknown
   * @param key whether decoding may start here
   */
  record Packet(
      int stream, long position, long presentation, long decode, long duration, boolean key) {}

  private final Rational timeBase;
  private final int leader;
  private final List<Packet> packets = new ArrayList<>();
  private final Map<Integer, Long> positions = new HashMap<>();

  /**
   * @param timeBase seconds per tick, of all streams
   * @param leader the stream that goes on without a gap: the picture, or the only sound
   */
  ClockWatch(Rational timeBase, int leader) {
    this.timeBase = timeBase;
    this.leader = leader;
  }

  /** Takes a packet; one without a position lies where the one before it in its stream does. */
  void add(Packet packet) {
    long position =
        packet.position() >= 0 ? packet.position() : positions.getOrDefault(packet.stream(), 0L);
    positions.put(packet.stream(), position);
    packets.add(
        new Packet(
            packet.stream(),
            position,
            packet.presentation(),
            packet.decode(),
            packet.duration(),
            packet.key()));
  }

  /** The even clock. */
  ClockMap map() {
    List<Run> runs = new ArrayList<>();
    List<Placed> starts = new ArrayList<>();
    Run current = new Run(null, 0);
    Run before = null;
    runs.add(current);
    packets.sort(Comparator.comparingLong(Packet::position));
    for (Packet packet : packets) {
      if (current.jumpsTo(packet)) {
        Run next =
            before != null && !before.jumpsTo(packet) ? before : new Run(current, current.end());
        before = current;
        current = next;
        starts.add(new Placed(packet.position(), current));
        if (!runs.contains(current)) {
          runs.add(current);
        }
      }
      current.add(packet);
    }
    runs.forEach(Run::place);
    return new ClockMap(starts.stream().map(this::piece).toList());
  }

  private ClockMap.Piece piece(Placed start) {
    Run run = start.run();
    return new ClockMap.Piece(
        start.position(), timeBase.times(run.first() + run.shift), timeBase.times(run.shift));
  }

  private record Placed(long position, Run run) {}

  /** A stretch of the file on one clock. */
  private final class Run {
    private final Run after;
    private final long afterEnd;
    private final Map<Integer, Long> last = new HashMap<>();
    private final long back = ticks(BACK_SECONDS);
    private final long ahead = ticks(AHEAD_SECONDS);
    private long latest = Long.MIN_VALUE;
    private long latestEnd = Long.MIN_VALUE;
    private long leaderFirst = Long.MAX_VALUE;
    private long leaderLast = Long.MIN_VALUE;
    private long leaderEnd = Long.MIN_VALUE;
    private long leaderCount;
    private long earliest = Long.MAX_VALUE;
    private long shift;

    Run(Run after, long afterEnd) {
      this.after = after;
      this.afterEnd = afterEnd;
    }

    boolean jumpsTo(Packet packet) {
      if (latest == Long.MIN_VALUE) {
        return false;
      }
      long own = last.getOrDefault(packet.stream(), latest - ahead);
      long slack = packet.stream() == leader && packet.key() ? 0 : back;
      return packet.decode() < own - slack || packet.decode() > latest + ahead;
    }

    void add(Packet packet) {
      last.merge(packet.stream(), packet.decode(), Math::max);
      latest = Math.max(latest, packet.decode());
      latestEnd = Math.max(latestEnd, packet.decode() + packet.duration());
      earliest = Math.min(earliest, packet.presentation());
      if (packet.stream() == leader) {
        leaderFirst = Math.min(leaderFirst, packet.presentation());
        leaderLast = Math.max(leaderLast, packet.presentation());
        leaderEnd = Math.max(leaderEnd, packet.presentation() + packet.duration());
        leaderCount++;
      }
    }

    long first() {
      return leaderCount > 0 ? leaderFirst : earliest;
    }

    void place() {
      shift = after == null ? 0 : afterEnd + after.shift - first();
    }

    private long end() {
      if (leaderCount == 0) {
        return latestEnd;
      }
      boolean timed = leaderEnd > leaderLast || leaderCount < 2;
      return timed ? leaderEnd : leaderLast + (leaderLast - leaderFirst) / (leaderCount - 1);
    }
  }

  private long ticks(Rational seconds) {
    return seconds.dividedBy(timeBase).round();
  }
}
