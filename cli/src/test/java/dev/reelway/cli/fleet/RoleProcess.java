package dev.reelway.cli.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A part of the fleet in a process of its own. */
final class RoleProcess {

  private static final String MAIN = "dev.reelway.cli.ReelwayMain";
  private static final int TAIL_LINES = 25;

  private final String name;
  private final Process process;
  private final Path log;

  private RoleProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param log what it says, appended to what an earlier process of the name said
   * @param environment beside what this process has
   */
  static RoleProcess start(
      String name, Path log, Map<String, String> environment, List<String> arguments)
      throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    words.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return new RoleProcess(name, process, log);
  }

  String name() {
    return name;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Its encoders and other children at this moment. */
  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /** Kills it, and not its children, without a last word ({@code kill -9}). */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Asks it to end, as a service manager does. */
  void terminate() {
    process.destroy();
  }

  void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  /** Everything that it and its predecessors said. */
  String said() throws IOException {
    return Files.readString(log);
  }

  /** What it said last, for people who look for the reason of a failure. */
  String lastWords() throws IOException {
    List<String> lines = said().lines().toList();
    return "---- "
        + name
        + (isAlive() ? "" : " (dead)")
        + "\n"
        + String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()))
        + "\n";
  }
}
