package dev.reelway.contracts.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A list of time stamps kept as runs of equal steps: a constant-rate title of any length is one
 * run. Used for the presentation times of a master's frames and for the map from output frames to
 * source frames, where a step of 0 repeats a frame.
 *
 * <p>Immutable. In JSON a list of {@code [first, step, count]} triples.
 */
public final class TickRuns {

  private record Run(long first, long step, int count) {
    long last() {
      return first + step * (count - 1);
    }
  }

  private final List<Run> runs;
  private final int[] starts;
  private final int size;

  private TickRuns(List<Run> runs) {
    this.runs = List.copyOf(runs);
    this.starts = new int[runs.size()];
    int position = 0;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = position;
      position = Math.addExact(position, runs.get(i).count());
    }
    this.size = position;
  }

  /** Compresses {@code ticks}, in their order. */
  public static TickRuns of(long... ticks) {
    List<Run> runs = new ArrayList<>();
    int i = 0;
    while (i < ticks.length) {
      int end = i + 1;
      long step = end < ticks.length ? ticks[end] - ticks[i] : 0;
      while (end < ticks.length && ticks[end] - ticks[end - 1] == step) {
        end++;
      }
      runs.add(new Run(ticks[i], end - i == 1 ? 0 : step, end - i));
      i = end;
    }
    return new TickRuns(runs);
  }

  /** Reads the JSON form: triples of first, step, count. */
  @JsonCreator
  public static TickRuns fromTriples(List<long[]> triples) {
    List<Run> runs = new ArrayList<>(triples.size());
    for (long[] triple : triples) {
      if (triple.length != 3 || triple[2] < 1) {
        throw new IllegalArgumentException(
            "a run is [first, step, count]: " + Arrays.toString(triple));
      }
      runs.add(new Run(triple[0], triple[1], Math.toIntExact(triple[2])));
    }
    return new TickRuns(runs);
  }

  /** The JSON form. */
  @JsonValue
  public List<long[]> toTriples() {
    return runs.stream().map(r -> new long[] {r.first(), r.step(), r.count()}).toList();
  }

  /** How many time stamps. */
  public int size() {
    return size;
  }

  /** Time stamp {@code index}. */
  public long get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index + " of " + size);
    }
    int run = Arrays.binarySearch(starts, index);
    run = run >= 0 ? run : -run - 2;
    return runs.get(run).first() + runs.get(run).step() * (index - starts[run]);
  }

  /** Where {@code ticks} is, -1 if nowhere; for time stamps that rise. */
  public int indexOf(long ticks) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long value = get(middle);
      if (value == ticks) {
        return middle;
      }
      low = value < ticks ? middle + 1 : low;
      high = value < ticks ? high : middle - 1;
    }
    return -1;
  }

  /**
   * Of rising time stamps the index of the first that is not before {@code ticks}, else the size.
   */
  public int indexFrom(long ticks) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (get(middle) < ticks) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The first time stamp. */
  public long first() {
    return get(0);
  }

  /** The last time stamp. */
  public long last() {
    return runs.get(runs.size() - 1).last();
  }

  /** The time stamps from {@code from} (inclusive) to {@code to} (exclusive). */
  public TickRuns slice(int from, int to) {
    long[] ticks = new long[to - from];
    for (int i = from; i < to; i++) {
      ticks[i - from] = get(i);
    }
    return of(ticks);
  }

  /** All time stamps. */
  public long[] toArray() {
    long[] ticks = new long[size];
    int position = 0;
    for (Run run : runs) {
      for (int i = 0; i < run.count(); i++) {
        ticks[position++] = run.first() + run.step() * i;
      }
    }
    return ticks;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TickRuns that && runs.equals(that.runs);
  }

  @Override
  public int hashCode() {
    return runs.hashCode();
  }

  @Override
  public String toString() {
    return runs.toString();
  }
}
