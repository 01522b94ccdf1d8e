package dev.reelway.ingest.notify;

import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectInfo;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import dev.reelway.platform.storage.StoredObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Subscriptions in the object store; changes are conditional puts, so none is lost. */
final class SubscriptionStore {

  static final String PREFIX = StorageLayout.SYSTEM_PREFIX + "webhooks/";

  private final ObjectStore store;

  SubscriptionStore(ObjectStore store) {
    this.store = store;
  }

  /** All of them, oldest first. */
  List<Subscription> list() {
    List<Subscription> found = new ArrayList<>();
    for (ListedObject object : store.list(PREFIX)) {
      read(object.key()).ifPresent(entry -> found.add(entry.subscription()));
    }
    found.sort(Comparator.comparing(Subscription::createdAt).thenComparing(Subscription::id));
    return List.copyOf(found);
  }

  void create(Subscription subscription) {
    String key = key(subscription.id());
    store.put(key, body(subscription), PutOptions.forKey(key).ifAbsent());
  }

  /** Changes a subscription; returns what it is now, or empty if there is none. */
  Optional<Subscription> change(String id, UnaryOperator<Subscription> change) {
    String key = key(id);
    while (true) {
      Optional<Entry> entry = read(key);
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      Subscription before = entry.get().subscription();
      Subscription after = change.apply(before);
      PutOptions over = PutOptions.forKey(key).ifMatch(entry.get().info().etag());
      if (after.equals(before) || store.put(key, body(after), over).isPresent()) {
        return Optional.of(after);
      }
    }
  }

  void delete(String id) {
    store.delete(key(id));
  }

  private record Entry(ObjectInfo info, Subscription subscription) {}

  private Optional<Entry> read(String key) {
    Optional<StoredObject> found = store.get(key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (StoredObject object = found.get()) {
      return Optional.of(
          new Entry(object.info(), Json.read(object.readAllBytes(), Subscription.class, key)));
    }
  }

  private static String key(String id) {
    return PREFIX + id + ".json";
  }

  private static ObjectBody body(Subscription subscription) {
    return ObjectBody.ofBytes(Json.writePretty(subscription));
  }
}
