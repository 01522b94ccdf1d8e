package dev.reelway.cli.client.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The surroundings of a command: environment variables, and the folders that they name.
 *
 * @param variables by name
 * @param home the user's folder
 */
public record Environment(Map<String, String> variables, Path home) {

  private static final String PROGRAM = "reelway";

  /** Defensive copy. */
  public Environment {
    variables = Map.copyOf(variables);
  }

  /** That of this process. */
  public static Environment ofThisProcess() {
    return new Environment(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /** A variable that is set and not empty. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /** Where settings lie (XDG Base Directory Specification). */
  public Path configFolder() {
    return folder("XDG_CONFIG_HOME", ".config");
  }

  /** Where an embedded installation keeps what it holds. */
  public Path dataFolder() {
    return folder("XDG_DATA_HOME", ".local/share");
  }

  /** Where a command remembers what it has begun. */
  public Path stateFolder() {
    return folder("XDG_STATE_HOME", ".local/state");
  }

  // The specification says that relative paths are invalid and are to be ignored.
  private Path folder(String name, String usual) {
    return variable(name)
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElse(home.resolve(usual))
        .resolve(PROGRAM);
  }
}
