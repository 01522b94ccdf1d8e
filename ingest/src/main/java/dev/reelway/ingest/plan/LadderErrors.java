package dev.reelway.ingest.plan;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;

/**
 * Words for everything that can be wrong in a ladder file: where, what was found, what would do.
 *
 * <pre>
 *  ladder.yaml, line 12, column 13: rungs[2].preset is 'fst'; did you mean 'fast'?
 * </pre>
 *
 * @param fileName the file's name, for people
 */
record LadderErrors(String fileName) {

  /** About the whole file. */
  ReelwayException of(String what) {
    return error(fileName + " " + what + ".");
  }

  /** About a place in the file. */
  ReelwayException at(int line, int column, String what) {
    return error("%s, line %d, column %d: the file %s.".formatted(fileName, line, column, what));
  }

  /**
   * About one field.
   *
   * @param path such as {@code rungs[2].preset}
   * @param remedy what would do, a clause without a full stop
   */
  ReelwayException field(YamlNode node, String path, String remedy) {
    return error(
        "%s, line %d, column %d: %s is %s; %s"
            .formatted(fileName, node.line(), node.column(), path, node.found(), ended(remedy)));
  }

  /** About a field that is unknown or missing. */
  ReelwayException name(YamlNode node, String what) {
    return error(
        "%s, line %d, column %d: %s".formatted(fileName, node.line(), node.column(), ended(what)));
  }

  ReelwayException notYaml(JsonProcessingException cause) {
    JsonLocation at = cause.getLocation();
    String place =
        at == null ? "" : ", line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    String problem = cause.getOriginalMessage().lines().findFirst().orElse("unreadable");
    return new ReelwayException(
        FailureKind.LADDER_INVALID,
        "%s%s is not readable as YAML: %s.".formatted(fileName, place, problem),
        cause);
  }

  private static String ended(String clause) {
    return clause.endsWith("?") ? clause : clause + ".";
  }

  private static ReelwayException error(String message) {
    return new ReelwayException(FailureKind.LADDER_INVALID, message);
  }
}
