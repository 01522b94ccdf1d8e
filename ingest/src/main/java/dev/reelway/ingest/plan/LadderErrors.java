package dev.reelway.ingest.plan;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Words for everything that can be wrong in a ladder file: where, what was found, what would do.
 *
 * <pre>
 *  ladder.yaml, line 12, column 13: rungs[2].preset is 'fst'; did you mean 'fast'?
 * </pre>
 *
 * The last of them is remembered, for who shows it beside the file.
 */
final class LadderErrors {

  private final String fileName;
  private Optional<LadderProblem> last = Optional.empty();

  /** About the file of this name. */
  LadderErrors(String fileName) {
    this.fileName = fileName;
  }

  String fileName() {
    return fileName;
  }

  /** What was found to be wrong last. */
  Optional<LadderProblem> last() {
    return last;
  }

  /** About the whole file. */
  ReelwayException of(String what) {
    remember(OptionalInt.empty(), OptionalInt.empty(), "The file " + what + ".");
    return error(fileName + " " + what + ".");
  }

  /** About a place in the file. */
  ReelwayException at(int line, int column, String what) {
    return error(line, column, "the file " + what + ".");
  }

  /**
   * About one field.
   *
   * @param path such as {@code rungs[2].preset}
   * @param remedy what would do, a clause without a full stop
   */
  ReelwayException field(YamlNode node, String path, String remedy) {
    return error(
        node.line(), node.column(), "%s is %s; %s".formatted(path, node.found(), ended(remedy)));
  }

  /** About a field that is unknown or missing. */
  ReelwayException name(YamlNode node, String what) {
    return error(node.line(), node.column(), ended(what));
  }

  ReelwayException notYaml(JsonProcessingException cause) {
    JsonLocation at = cause.getLocation();
    String place =
        at == null ? "" : ", line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    String problem = cause.getOriginalMessage().lines().findFirst().orElse("unreadable");
    remember(
        at == null ? OptionalInt.empty() : OptionalInt.of(at.getLineNr()),
        at == null ? OptionalInt.empty() : OptionalInt.of(at.getColumnNr()),
        "The file is not readable as YAML: " + problem + ".");
    return new ReelwayException(
        FailureKind.LADDER_INVALID,
        "%s%s is not readable as YAML: %s.".formatted(fileName, place, problem),
        cause);
  }

  private static String ended(String clause) {
    return clause.endsWith("?") ? clause : clause + ".";
  }

  private ReelwayException error(int line, int column, String message) {
    remember(OptionalInt.of(line), OptionalInt.of(column), message);
    return error("%s, line %d, column %d: %s".formatted(fileName, line, column, message));
  }

  private static ReelwayException error(String message) {
    return new ReelwayException(FailureKind.LADDER_INVALID, message);
  }

  private void remember(OptionalInt line, OptionalInt column, String message) {
    last = Optional.of(new LadderProblem(line, column, message));
  }
}
