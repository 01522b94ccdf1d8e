package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.Lane;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bounds how many titles are encoded at a time and how much room their work objects may take. The
 * rest waits: lanes by their weights, in a lane the tenant with the fewest titles in flight, then
 * in order of arrival. A tenant's first title is not held back by the number of others' titles.
 */
final class Admission {

  /** So many smaller titles may overtake one that is too large for the room left. */
  static final int MAX_OVERTAKEN = 16;

  private record Candidate(String title, String tenant, Lane lane, long bytes, long arrival) {}

  private final int maxTitles;
  private final long maxBytes;
  private final Map<String, Candidate> waiting = new LinkedHashMap<>();
  private final Map<String, Candidate> admitted = new HashMap<>();
  private final Map<String, Integer> overtaken = new HashMap<>();
  private final Turns turns = new Turns();
  private long admittedBytes;
  private long arrivals;

  Admission(int maxTitles, long maxBytes) {
    this.maxTitles = maxTitles;
    this.maxBytes = maxBytes;
  }

  /** Lets a title wait. */
  void enter(String title, String tenant, Lane lane, long bytes) {
    if (!admitted.containsKey(title) && !waiting.containsKey(title)) {
      if (waiting.values().stream().noneMatch(c -> c.lane == lane)) {
        turns.join(lane);
      }
      waiting.put(title, new Candidate(title, tenant, lane, bytes, arrivals++));
    }
  }

  /** Takes up again a title that was in flight before a restart. */
  void readmit(String title, String tenant, Lane lane, long bytes) {
    Candidate candidate = new Candidate(title, tenant, lane, bytes, arrivals++);
    admitted.put(title, candidate);
    admittedBytes += bytes;
    turns.ofTenant.merge(tenant, 1, Integer::sum);
  }

  /** A title is no longer in flight, nor waits. */
  void leave(String title) {
    waiting.remove(title);
    overtaken.remove(title);
    Candidate gone = admitted.remove(title);
    if (gone != null) {
      admittedBytes -= gone.bytes;
      turns.ofTenant.merge(gone.tenant, -1, (a, b) -> a + b == 0 ? null : a + b);
    }
  }

  /** Admits whatever fits now. */
  List<String> admit() {
    List<String> titles = new ArrayList<>();
    for (Optional<Candidate> next = next(); next.isPresent(); next = next()) {
      Candidate candidate = next.get();
      waiting.remove(candidate.title);
      overtaken.remove(candidate.title);
      admitted.put(candidate.title, candidate);
      admittedBytes += candidate.bytes;
      turns.take(candidate);
      titles.add(candidate.title);
    }
    return titles;
  }

  boolean isAdmitted(String title) {
    return admitted.containsKey(title);
  }

  int waitingCount() {
    return waiting.size();
  }

  /** All titles that wait, the next one first; the order of the first {@code exact} is right. */
  List<String> waitingInOrder(int exact) {
    List<Candidate> rest = new ArrayList<>(waiting.values());
    List<String> order = new ArrayList<>();
    Turns simulated = turns.copy();
    while (!rest.isEmpty() && order.size() < exact) {
      Candidate next = rest.stream().min(simulated.order()).orElseThrow();
      rest.remove(next);
      simulated.take(next);
      order.add(next.title);
    }
    rest.stream().sorted(simulated.order()).map(Candidate::title).forEach(order::add);
    return order;
  }

  private Optional<Candidate> next() {
    Optional<Candidate> first = eligible().min(turns.order());
    if (first.isEmpty() || fits(first.get())) {
      return first;
    }
    String tooLarge = first.get().title;
    if (overtaken.getOrDefault(tooLarge, 0) >= MAX_OVERTAKEN) {
      return Optional.empty();
    }
    Optional<Candidate> smaller = eligible().filter(this::fits).min(turns.order());
    smaller.ifPresent(c -> overtaken.merge(tooLarge, 1, Integer::sum));
    return smaller;
  }

  private Stream<Candidate> eligible() {
    boolean isFull = admitted.size() >= maxTitles;
    return waiting.values().stream().filter(c -> !isFull || !turns.ofTenant.containsKey(c.tenant));
  }

  // What is larger than all the room there is may still try it alone.
  private boolean fits(Candidate candidate) {
    return admitted.isEmpty() || candidate.bytes <= maxBytes - admittedBytes;
  }

  /** Who comes next: each lane has a clock that a title moves on, the slower the heavier it is. */
  private static final class Turns {

    private final Map<String, Integer> ofTenant = new HashMap<>();
    private final Map<Lane, Integer> clocks = new EnumMap<>(Lane.class);
    private int now;

    /** A lane that had nobody waiting gets no credit for that. */
    void join(Lane lane) {
      clocks.merge(lane, now, Math::max);
    }

    void take(Candidate candidate) {
      now = Math.max(now, clocks.getOrDefault(candidate.lane, 0));
      clocks.put(candidate.lane, next(candidate.lane));
      ofTenant.merge(candidate.tenant, 1, Integer::sum);
    }

    Comparator<Candidate> order() {
      return Comparator.<Candidate>comparingInt(c -> next(c.lane))
          .thenComparing(Candidate::lane)
          .thenComparing(c -> ofTenant.getOrDefault(c.tenant, 0))
          .thenComparing(Candidate::arrival);
    }

    private int next(Lane lane) {
      return clocks.getOrDefault(lane, 0) + Lane.EXPRESS.weight() / lane.weight();
    }

    Turns copy() {
      Turns copy = new Turns();
      copy.ofTenant.putAll(ofTenant);
      copy.clocks.putAll(clocks);
      copy.now = now;
      return copy;
    }
  }
}
