package dev.reelway.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real program in a process of its own, as a shell starts it. */
public final class ReelwayProcess {

  private static final int LONGEST_MINUTES = 5;
  private static final String MAIN = "dev.reelway.cli.ReelwayMain";

  /** How the program ended and what it said. */
  public record Result(int exitCode, String out, String err) {

    /** Demands success without a word on standard error. */
    public Result succeeded() {
      assertThat(err).as("standard error").isEmpty();
      assertThat(exitCode).as("exit status").isZero();
      return this;
    }

    /** Demands one sentence with the code, the advice, and nothing else. */
    public Result failed(int status, FailureKind kind) {
      assertThat(err.lines())
          .as("standard error")
          .satisfiesExactly(
              sentence ->
                  assertThat(sentence).matches("reelway: \\S.*[.?] \\[" + kind.code() + "]"),
              advice -> assertThat(advice).isEqualTo(kind.advice()));
      assertThat(exitCode).as("exit status").isEqualTo(status);
      return this;
    }
  }

  private final Process process;
  private final Path out;
  private final Path err;

  private ReelwayProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts {@code reelway} with the arguments, which may be of any type that prints well. */
  public static ReelwayProcess start(Object... arguments) throws IOException {
    return startUnder(List.of(), arguments);
  }

  /** Starts it as the argument of another command, such as {@code taskset}. */
  static ReelwayProcess startUnder(List<String> command, Object... arguments) throws IOException {
    List<String> words = new ArrayList<>(command);
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // As the launcher does: for a program that runs for seconds, a simple JVM is a fast one.
    words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    Stream.of(arguments).map(Object::toString).forEach(words::add);
    Path out = Files.createTempFile("reelway-out", ".txt");
    Path err = Files.createTempFile("reelway-err", ".txt");
    Process process =
        new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    return new ReelwayProcess(process, out, err);
  }

  /** Runs it to its end. */
  public static Result run(Object... arguments) throws IOException, InterruptedException {
    return start(arguments).await();
  }

  /** Waits for its end. */
  public Result await() throws IOException, InterruptedException {
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("It runs on and on. It said: " + Files.readString(out));
    }
    Result result = new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return result;
  }

  /** Kills the program, but not its children, without giving it time for a last word. */
  void kill() {
    process.destroyForcibly();
  }

  /** Does what Ctrl-C at a terminal does. */
  void interrupt() throws IOException, InterruptedException {
    signal("INT");
  }

  /** Halts the program, but not its children, wherever it is. */
  void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Lets a halted program go on. */
  void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Its child processes at this moment. */
  List<ProcessHandle> children() {
    return process.descendants().toList();
  }
}
