package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.time.TickRuns;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Notes which of the pictures that a title shows are missing or damaged, by the rule of {@link
 * ChunkReader}: what is found here is what encoding would stumble over.
 */
final class DamageWatch {

  private final TickRuns wanted;
  private final int end;
  private final TickStretches damage;
  private int next;
  private boolean started;

  /**
   * A watch.
   *
   * @param from index of the first picture that is expected
   * @param end index after the last one
   * @param strict whether the first picture must be there; else the watch begins with the first
   *     good one, since decoding from a key picture may need an earlier one
   */
  DamageWatch(TickRuns wanted, int from, int end, boolean strict, TickStretches damage) {
    this.wanted = wanted;
    this.next = from;
    this.end = end;
    this.started = strict;
    this.damage = damage;
  }

  /** A picture has been decoded; they come in presentation order. */
  void take(AVFrame frame) {
    long ticks = frame.best_effort_timestamp();
    boolean damaged = StreamDecoder.damaged(frame);
    while (next < end && wanted.get(next) < ticks) {
      note(next++);
    }
    while (next < end && wanted.get(next) == ticks) {
      started |= !damaged;
      if (damaged) {
        note(next);
      }
      next++;
    }
  }

  /** A packet could not be decoded. */
  void failed(long ticks) {
    if (next < end && ticks >= wanted.get(next) && ticks <= wanted.get(end - 1)) {
      note(indexFrom(ticks));
    }
  }

  /** Nothing more comes. */
  void finish() {
    while (next < end) {
      note(next++);
    }
  }

  boolean complete() {
    return next >= end;
  }

  private int indexFrom(long ticks) {
    int index = next;
    while (index < end - 1 && wanted.get(index) < ticks) {
      index++;
    }
    return index;
  }

  private void note(int index) {
    if (started) {
      long from = wanted.get(index);
      damage.add(from, after(index));
    }
  }

  // A picture stays until the next other one; the last one as long as the one before.
  private long after(int index) {
    for (int i = index + 1; i < wanted.size(); i++) {
      if (wanted.get(i) > wanted.get(index)) {
        return wanted.get(i);
      }
    }
    return index == 0 ? wanted.get(0) + 1 : 2 * wanted.get(index) - wanted.get(index - 1);
  }
}
