package dev.reelway.platform.storage;

/** What must hold for a put to happen; checked by the store in the same step as the put. */
public sealed interface PutCondition {

  /** Puts in any case. */
  record None() implements PutCondition {}

  /** Only if there is no such object yet (S3: {@code If-None-Match: *}). */
  record IfAbsent() implements PutCondition {}

  /**
   * Only over the object that has this etag (S3: {@code If-Match}).
   *
   * @param etag from {@link ObjectInfo#etag}
   */
  record IfMatch(String etag) implements PutCondition {}
}
