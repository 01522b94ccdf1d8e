package dev.reelway.platform.storage;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Which keys every store takes: what S3, file systems and URLs all agree on. Unicode and spaces are
 * fine; nothing that could leave a directory or mean two things is.
 */
final class ObjectKeys {

  private static final int MAX_KEY_BYTES = 1024;
  private static final int MAX_NAME_BYTES = 255;

  private ObjectKeys() {}

  /** Returns {@code key} if it is allowed, else throws {@code INVARIANT_BROKEN}. */
  static String check(String key) {
    if (key.codePoints().anyMatch(ObjectKeys::isForbidden)) {
      throw StorageFailures.badKey(key, "has a character that no key may have");
    }
    if (utf8Length(key) > MAX_KEY_BYTES) {
      throw StorageFailures.badKey(key, "is longer than " + MAX_KEY_BYTES + " bytes");
    }
    for (String name : names(key)) {
      checkName(key, name);
    }
    return key;
  }

  /** The parts between slashes. */
  static List<String> names(String key) {
    return List.of(key.split("/", -1));
  }

  private static void checkName(String key, String name) {
    if (name.isEmpty()) {
      throw StorageFailures.badKey(key, "has an empty part");
    }
    if (name.equals(".") || name.equals("..")) {
      throw StorageFailures.badKey(key, "points outside of its folder");
    }
    if (utf8Length(name) > MAX_NAME_BYTES) {
      throw StorageFailures.badKey(key, "has a part of more than " + MAX_NAME_BYTES + " bytes");
    }
  }

  private static boolean isForbidden(int codePoint) {
    return codePoint == '\\'
        || Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.SURROGATE;
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
