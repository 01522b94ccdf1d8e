package dev.reelway.conformance.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what is wrong. A rule that fails on thousands of segments of a track is told three times
 * and counted from there on, so that memory does not grow with the title. Safe for several threads.
 */
public final class Findings {
  private static final int LISTED = 3;

  private final Map<Key, Entry> entries = new LinkedHashMap<>();

  private record Key(Rule rule, String track) {}

  private static final class Entry {
    private final List<Finding> listed = new ArrayList<>();
    private long total;
  }

  /** Notes that a rule is broken. */
  public synchronized void add(Rule rule, Where where, String expected, String found) {
    Entry entry = entries.computeIfAbsent(new Key(rule, where.track()), key -> new Entry());
    entry.total++;
    if (entry.listed.size() < LISTED) {
      entry.listed.add(new Finding(rule, expected, found, where, 0));
    }
  }

  /** Notes the finding unless {@code holds}; values are shown by their {@code toString}. */
  public void expect(boolean holds, Rule rule, Where where, Object expected, Object found) {
    if (!holds) {
      add(rule, where, String.valueOf(expected), String.valueOf(found));
    }
  }

  /** Returns all, worst first, else in the order they were found. */
  public synchronized List<Finding> all() {
    return entries.values().stream()
        .flatMap(entry -> withCount(entry).stream())
        .sorted(Comparator.comparing(finding -> finding.rule().severity()))
        .toList();
  }

  private static List<Finding> withCount(Entry entry) {
    List<Finding> listed = new ArrayList<>(entry.listed);
    int last = listed.size() - 1;
    Finding finding = listed.get(last);
    listed.set(
        last,
        new Finding(
            finding.rule(),
            finding.expected(),
            finding.found(),
            finding.where(),
            entry.total - listed.size()));
    return listed;
  }
}
