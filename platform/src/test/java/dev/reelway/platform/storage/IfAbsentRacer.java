package dev.reelway.platform.storage;

import java.nio.file.Path;

/** A process that puts a few keys if absent; its exit status says how many it won. */
final class IfAbsentRacer {

  static final int KEYS = 100;

  private IfAbsentRacer() {}

  public static void main(String[] args) {
    int won = 0;
    try (ObjectStore store = new DirectoryObjectStore(Path.of(args[0]))) {
      for (int i = 0; i < KEYS; i++) {
        String key = "race/" + i;
        ObjectBody body = ObjectBody.ofText("process " + ProcessHandle.current().pid());
        if (store.put(key, body, PutOptions.forKey(key).ifAbsent()).isPresent()) {
          won++;
        }
      }
    }
    System.exit(won);
  }
}
