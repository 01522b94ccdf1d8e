package dev.reelway.ingest.accept.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The latest entries in memory, read from the audit topic. Safe for any thread. */
public final class AuditTrail {

  private static final int KEPT = 10_000;

  private final Deque<AuditEntry> entries = new ArrayDeque<>();
  private final Set<String> ids = new HashSet<>();

  /** Takes an entry; one that was seen before changes nothing. */
  public synchronized void accept(AuditEntry entry) {
    if (!ids.add(entry.id())) {
      return;
    }
    entries.addLast(entry);
    if (entries.size() > KEPT) {
      ids.remove(entries.removeFirst().id());
    }
  }

  /** The latest that {@code wanted} holds for, newest first, at most {@code limit}. */
  public synchronized List<AuditEntry> latest(Predicate<AuditEntry> wanted, int limit) {
    List<AuditEntry> found = new ArrayList<>();
    Iterator<AuditEntry> newestFirst = entries.descendingIterator();
    while (newestFirst.hasNext() && found.size() < limit) {
      AuditEntry entry = newestFirst.next();
      if (wanted.test(entry)) {
        found.add(entry);
      }
    }
    return List.copyOf(found);
  }
}
