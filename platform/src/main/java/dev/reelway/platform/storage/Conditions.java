package dev.reelway.platform.storage;

import java.util.Optional;
import java.util.function.Supplier;

/** Decides a {@link PutCondition} against what is there; the caller holds the store's lock. */
final class Conditions {

  private Conditions() {}

  /** Asks {@code current} only if the condition needs it. */
  static boolean hold(PutCondition condition, Supplier<Optional<ObjectInfo>> current) {
    if (condition instanceof PutCondition.IfAbsent) {
      return current.get().isEmpty();
    }
    if (condition instanceof PutCondition.IfMatch match) {
      return current.get().map(ObjectInfo::etag).filter(match.etag()::equals).isPresent();
    }
    return true;
  }
}
