package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.decode.DecodedTrack.Group;
import java.util.ArrayList;
import java.util.List;

/** Gathers the scores of pictures from one key picture to the next. */
final class GroupMeter {

  /** How many pictures are near a key picture. */
  private static final int NEAR = 6;

  /** What is better than this looks the same to everybody, dB; keeps black from outweighing all. */
  private static final double BEST = 60;

  private final List<Group> groups = new ArrayList<>();
  private final List<Double> scores = new ArrayList<>();
  private long startTicks;
  private double worst;
  private long worstTicks;

  /** Takes the next picture's score. */
  void add(long ticks, boolean key, double decibels) {
    if (key) {
      finish();
    }
    if (scores.isEmpty()) {
      startTicks = ticks;
      worst = Double.MAX_VALUE;
    }
    double score = Math.min(BEST, decibels);
    scores.add(score);
    if (score < worst) {
      worst = score;
      worstTicks = ticks;
    }
  }

  /** All groups; the last one ends here. */
  List<Group> result() {
    finish();
    return groups;
  }

  private void finish() {
    int count = scores.size();
    if (count == 0) {
      return;
    }
    boolean longEnough = count >= 4 * NEAR;
    groups.add(
        new Group(
            startTicks,
            count,
            mean(0, count),
            worst,
            worstTicks,
            longEnough ? mean(0, NEAR) : mean(0, count),
            longEnough ? mean(NEAR, 2 * NEAR) : mean(0, count),
            longEnough ? mean(count - 2 * NEAR, count - NEAR) : mean(0, count),
            longEnough ? mean(count - NEAR, count) : mean(0, count)));
    scores.clear();
  }

  private double mean(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += scores.get(i);
    }
    return sum / (to - from);
  }
}
