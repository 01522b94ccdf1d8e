package dev.reelway.ingest.plan;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Words for everything that can be wrong in a ladder file: where, what was found, what would do.
 *
 * <pre>
 *  ladder.yaml, line 12, column 13: rungs[2].preset is 'fst'; did you mean 'fast'?
 * </pre>
 *
 * All of them are kept: a mistake is noted and reading goes on, so that people see them together.
 */
final class LadderErrors {

  private static final String FILE = "the file";
  private static final int MOST_TOLD = 20;
  private static final Comparator<LadderProblem> IN_FILE =
      Comparator.comparingInt((LadderProblem p) -> p.line().orElse(0))
          .thenComparingInt(p -> p.column().orElse(0));

  private final String fileName;
  private final List<LadderProblem> problems = new ArrayList<>();

  /** About the file of this name. */
  LadderErrors(String fileName) {
    this.fileName = fileName;
  }

  String fileName() {
    return fileName;
  }

  /** What was found to be wrong so far, in the order of the file. */
  List<LadderProblem> problems() {
    return problems.stream().sorted(IN_FILE).toList();
  }

  /** How much was found to be wrong so far. */
  int count() {
    return problems.size();
  }

  /** Reads something; if it is wrong, that is noted and reading goes on with a stand-in. */
  <T> T or(T standIn, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (BadLadder noted) {
      return standIn;
    }
  }

  /** Everything that was found to be wrong, as one refusal. */
  ReelwayException all() {
    String message =
        problems().stream().limit(MOST_TOLD).map(this::sentence).collect(Collectors.joining("\n"));
    int more = problems.size() - MOST_TOLD;
    return new ReelwayException(
        FailureKind.LADDER_INVALID,
        more > 0 ? message + "\nAnd %d more.".formatted(more) : message);
  }

  private String sentence(LadderProblem problem) {
    return problem.line().isPresent()
        ? "%s, line %d, column %d: %s"
            .formatted(
                fileName, problem.line().getAsInt(), problem.column().getAsInt(), problem.message())
        : fileName + problem.message().substring(FILE.length());
  }

  /** About the whole file. */
  BadLadder of(String what) {
    return error(
        OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), FILE + " " + what + ".");
  }

  /** About a place in the file. */
  BadLadder at(int line, int column, String what) {
    return error(
        OptionalInt.of(line), OptionalInt.of(column), Optional.empty(), FILE + " " + what + ".");
  }

  /**
   * About one field.
   *
   * @param path such as {@code rungs[2].preset}
   * @param remedy what would do, a clause without a full stop
   */
  BadLadder field(YamlNode node, String path, String remedy) {
    return name(node, path, "%s is %s; %s".formatted(path, node.found(), remedy));
  }

  /** About a field that is unknown or missing. */
  BadLadder name(YamlNode node, String path, String what) {
    return error(
        OptionalInt.of(node.line()),
        OptionalInt.of(node.column()),
        Optional.of(path),
        what.endsWith("?") ? what : what + ".");
  }

  BadLadder notYaml(JsonProcessingException cause) {
    JsonLocation at = cause.getLocation();
    String problem = cause.getOriginalMessage().lines().findFirst().orElse("unreadable");
    return error(
        at == null ? OptionalInt.empty() : OptionalInt.of(at.getLineNr()),
        at == null ? OptionalInt.empty() : OptionalInt.of(at.getColumnNr()),
        Optional.empty(),
        FILE + " is not readable as YAML: " + problem + ".");
  }

  private BadLadder error(
      OptionalInt line, OptionalInt column, Optional<String> path, String message) {
    problems.add(new LadderProblem(line, column, path, message));
    return new BadLadder();
  }

  /** Says that something was noted; never leaves the reader. */
  static final class BadLadder extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
  }
}
