package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.master.SeekPoint;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.media.scan.StreamScan;
import java.util.List;

/**
 * When pictures are shown. Fields of an interlaced master count as pictures of their own, and ticks
 * are half ticks then: the second field lies halfway between two first ones, as bwdif numbers it.
 *
 * @param timeBase seconds per tick
 * @param times rising
 * @param endTicks when the last one ends
 * @param averageRate pictures per second by the container, 0 if unknown
 * @param seekPoints key packets
 */
record PictureClock(
    Rational timeBase,
    TickRuns times,
    long endTicks,
    Rational averageRate,
    List<SeekPoint> seekPoints) {

  static PictureClock of(StreamScan stream, FieldOrder order) {
    StreamScan.Video facts = stream.video().orElseThrow();
    PictureClock frames =
        new PictureClock(
            stream.timeBase(),
            facts.presentationTimes(),
            stream.endTicks(),
            facts.averageRate(),
            facts.seekPoints());
    return order.interlaced() ? frames.ofFields() : frames;
  }

  /** The same, but a single picture is shown as long as there is sound: to the given second. */
  PictureClock withSoundUntil(Rational endSeconds) {
    long soundEnd = endSeconds.dividedBy(timeBase).floor();
    boolean still = times.size() == 1 && soundEnd > endTicks;
    return still ? new PictureClock(timeBase, times, soundEnd, averageRate, seekPoints) : this;
  }

  private PictureClock ofFields() {
    return new PictureClock(
        timeBase.times(new Rational(1, 2)),
        fields(times.toArray()),
        2 * endTicks,
        averageRate.times(2),
        seekPoints.stream()
            .map(
                key ->
                    new SeekPoint(
                        2 * key.presentationTicks(), 2 * key.decodeTicks(), key.position()))
            .toList());
  }

  /** The last picture lasts as long as the one before it; a single one is never interlaced. */
  private static TickRuns fields(long[] pictures) {
    long[] fields = new long[2 * pictures.length];
    for (int i = 0; i < pictures.length; i++) {
      boolean last = i == pictures.length - 1;
      long next = last ? 2 * pictures[i] - pictures[i - 1] : pictures[i + 1];
      fields[2 * i] = 2 * pictures[i];
      fields[2 * i + 1] = pictures[i] + next;
    }
    return TickRuns.of(fields);
  }
}
