package dev.reelway.platform.config;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.util.Collection;

/** Words for everything that can be wrong in a configuration. */
final class ConfigErrors {

  private ConfigErrors() {}

  /**
   * About one setting.
   *
   * @param setting its path, such as {@code kafka.replicationFactor}
   * @param problem a clause without a full stop
   */
  static ReelwayException setting(String setting, String problem) {
    return of("The setting " + setting + " " + problem + ".");
  }

  /** About a name that means nothing, with the one that was probably meant. */
  static ReelwayException unknown(String what, String written, Collection<String> known) {
    return of(
        "There is no %s %s; did you mean %s?"
            .formatted(what, written, Nearest.word(written, known)));
  }

  static ReelwayException of(String sentence) {
    return new ReelwayException(FailureKind.CONFIG_INVALID, sentence);
  }
}
