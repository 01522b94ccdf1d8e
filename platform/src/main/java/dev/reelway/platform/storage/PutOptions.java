package dev.reelway.platform.storage;

/**
 * How an object is put.
 *
 * @param condition what must hold
 * @param contentType its media type
 * @param cacheControl value of the Cache-Control header, empty for none
 */
public record PutOptions(PutCondition condition, String contentType, String cacheControl) {

  /** Cache-Control of objects that never change under their key: a year. */
  public static final String IMMUTABLE = "public, max-age=31536000, immutable";

  /**
   * Cache-Control of what is public and changes: long enough to spare the origin, short enough that
   * a new version is soon seen.
   */
  public static final String BRIEFLY = "public, max-age=10";

  /** Puts in any case, with the media type that {@code key} says. */
  public static PutOptions forKey(String key) {
    return new PutOptions(new PutCondition.None(), MediaTypes.ofKey(key), "");
  }

  /** The same, only if there is no such object yet. */
  public PutOptions ifAbsent() {
    return new PutOptions(new PutCondition.IfAbsent(), contentType, cacheControl);
  }

  /** The same, only over the object that has {@code etag}. */
  public PutOptions ifMatch(String etag) {
    return new PutOptions(new PutCondition.IfMatch(etag), contentType, cacheControl);
  }

  /** The same with another Cache-Control. */
  public PutOptions cached(String control) {
    return new PutOptions(condition, contentType, control);
  }
}
