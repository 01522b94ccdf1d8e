package dev.reelway.ingest.accept;

import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.ingest.plan.ProfileReader;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import dev.reelway.platform.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ladders that submissions may name: the built-in one and those that operators put. */
public final class Profiles {

  /** The built-in one, which nobody can replace. */
  public static final String DEFAULT = "default";

  private static final String ENDING = ".yaml";

  private final ObjectStore store;

  /** Those in {@code store}. */
  public Profiles(ObjectStore store) {
    this.store = store;
  }

  /** The YAML of a profile. */
  public Optional<String> find(String name) {
    FormRules.checkWord("profile", name);
    if (name.equals(DEFAULT)) {
      return Optional.of(ProfileReader.defaultYaml());
    }
    Optional<StoredObject> found = store.get(StorageLayout.profileKey(name));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (StoredObject object = found.get()) {
      return Optional.of(new String(object.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** All names, the built-in one first. */
  public List<String> names() {
    Stream<String> stored =
        store.list(StorageLayout.PROFILES_PREFIX).stream()
            .map(object -> object.key().substring(StorageLayout.PROFILES_PREFIX.length()))
            .filter(name -> name.endsWith(ENDING))
            .map(name -> name.substring(0, name.length() - ENDING.length()));
    return Stream.concat(Stream.of(DEFAULT), stored).toList();
  }

  /** Puts a profile after reading it; returns whether it is new. */
  public boolean put(String name, String yaml) {
    checkOwn(name);
    ProfileReader.read(name + ENDING, yaml);
    String key = StorageLayout.profileKey(name);
    boolean created = store.head(key).isEmpty();
    store.put(key, ObjectBody.ofText(yaml), PutOptions.forKey(key));
    return created;
  }

  /** Removes a profile; titles that were submitted with it keep their ladder. */
  public void delete(String name) {
    checkOwn(name);
    store.delete(StorageLayout.profileKey(name));
  }

  private static void checkOwn(String name) {
    FormRules.checkWord("profile", name);
    if (name.equals(DEFAULT)) {
      throw FormRules.invalid("The profile 'default' is built in; write another name.");
    }
  }
}
