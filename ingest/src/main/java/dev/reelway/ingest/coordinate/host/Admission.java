package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.Lane;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bounds how many titles are encoded at a time and how much room their work objects may take. The
 * rest waits: higher lanes first, then the tenant with the fewest titles in flight, then in order
 * of arrival. A tenant's first title is not held back by the number of others' titles.
 */
final class Admission {

  private record Candidate(String title, String tenant, Lane lane, long bytes, long arrival) {}

  private final int maxTitles;
  private final long maxBytes;
  private final Map<String, Candidate> waiting = new LinkedHashMap<>();
  private final Map<String, Candidate> admitted = new HashMap<>();
  private final Map<String, Integer> admittedOfTenant = new HashMap<>();
  private long admittedBytes;
  private long arrivals;

  Admission(int maxTitles, long maxBytes) {
    this.maxTitles = maxTitles;
    this.maxBytes = maxBytes;
  }

  /** Lets a title wait. */
  void enter(String title, String tenant, Lane lane, long bytes) {
    if (!admitted.containsKey(title)) {
      waiting.putIfAbsent(title, new Candidate(title, tenant, lane, bytes, arrivals++));
    }
  }

  /** Takes up again a title that was in flight before a restart. */
  void readmit(String title, String tenant, Lane lane, long bytes) {
    admit(new Candidate(title, tenant, lane, bytes, arrivals++));
  }

  /** A title is no longer in flight, nor waits. */
  void leave(String title) {
    waiting.remove(title);
    Candidate gone = admitted.remove(title);
    if (gone != null) {
      admittedBytes -= gone.bytes;
      admittedOfTenant.merge(gone.tenant, -1, (a, b) -> a + b == 0 ? null : a + b);
    }
  }

  /** Admits whatever fits now. */
  List<String> admit() {
    List<String> titles = new ArrayList<>();
    for (Optional<Candidate> next = next(); next.isPresent(); next = next()) {
      waiting.remove(next.get().title);
      admit(next.get());
      titles.add(next.get().title);
    }
    return titles;
  }

  boolean isAdmitted(String title) {
    return admitted.containsKey(title);
  }

  int waitingCount() {
    return waiting.size();
  }

  /** The titles that wait, the next one first, at most {@code limit}. */
  List<String> waitingInOrder(int limit) {
    return waiting.values().stream().sorted(order()).limit(limit).map(Candidate::title).toList();
  }

  private Optional<Candidate> next() {
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    boolean full = admitted.size() >= maxTitles;
    return waiting.values().stream()
        .filter(c -> fits(c) && (!full || !admittedOfTenant.containsKey(c.tenant)))
        .min(order());
  }

  // What is larger than all the room there is may still try it alone.
  private boolean fits(Candidate candidate) {
    return admitted.isEmpty() || candidate.bytes <= maxBytes - admittedBytes;
  }

  private Comparator<Candidate> order() {
    return Comparator.comparing(Candidate::lane)
        .thenComparing(c -> admittedOfTenant.getOrDefault(c.tenant, 0))
        .thenComparing(Candidate::arrival);
  }

  private void admit(Candidate candidate) {
    admitted.put(candidate.title, candidate);
    admittedBytes += candidate.bytes;
    admittedOfTenant.merge(candidate.tenant, 1, Integer::sum);
  }
}
