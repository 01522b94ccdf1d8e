package dev.reelway.ingest.coordinate.host;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose turn it is: tenants take turns, and within a tenant its titles do. Whoever has one title is
 * served as often as whoever has fifty.
 */
final class FairRing {

  private final Deque<String> tenants = new ArrayDeque<>();
  private final Map<String, Deque<String>> titles = new HashMap<>();
  private final Map<String, String> tenantOfTitle = new HashMap<>();

  /** Lets a title take part; one that already does keeps its place. */
  void add(String tenant, String title) {
    if (tenantOfTitle.putIfAbsent(title, tenant) == null) {
      titles
          .computeIfAbsent(
              tenant,
              name -> {
                tenants.addLast(name);
                return new ArrayDeque<>();
              })
          .addLast(title);
    }
  }

  boolean isEmpty() {
    return tenants.isEmpty();
  }

  /** The next title; it and its tenant go to the back. */
  Optional<String> next() {
    if (tenants.isEmpty()) {
      return Optional.empty();
    }
    String tenant = tenants.removeFirst();
    tenants.addLast(tenant);
    Deque<String> own = titles.get(tenant);
    String title = own.removeFirst();
    own.addLast(title);
    return Optional.of(title);
  }

  /** Takes a title out. */
  void remove(String title) {
    String tenant = tenantOfTitle.remove(title);
    if (tenant != null) {
      Deque<String> own = titles.get(tenant);
      own.remove(title);
      if (own.isEmpty()) {
        titles.remove(tenant);
        tenants.remove(tenant);
      }
    }
  }
}
