package dev.reelway.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code reelway up} in a process of its own, and the commands of the user who started it. All that
 * they write lies in one folder.
 */
public final class UpProgram implements AutoCloseable {

  private static final String MAIN = "dev.reelway.cli.ReelwayMain";
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final List<String> XDG =
      List.of("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME");

  /** How a command ended and what it said. */
  public record Said(int exitCode, String out, String err) {

    /** Demands success without a word on standard error. */
    public Said succeeded() {
      assertThat(err).as("standard error").isEmpty();
      assertThat(exitCode).as("exit status").isZero();
      return this;
    }

    public JsonNode json() throws IOException {
      return new ObjectMapper().readTree(out);
    }
  }

  private final Path root;
  private final Path out;
  private final Path err;
  private Process process;

  private UpProgram(Path root) {
    this.root = root;
    this.out = root.resolve("up.out");
    this.err = root.resolve("up.err");
  }

  /** Starts it on free ports and waits until it says that it is ready. */
  public static UpProgram start(Path root, Object... options)
      throws IOException, InterruptedException {
    UpProgram up = new UpProgram(root);
    up.startAgain(options);
    return up;
  }

  /** Runs one command of a user for whom nothing runs yet. */
  static Said command(Path root, Object... arguments) throws IOException, InterruptedException {
    return new UpProgram(root).run(arguments);
  }

  /** Starts it on the same folder after {@link #stop}. */
  void startAgain(Object... options) throws IOException, InterruptedException {
    Files.deleteIfExists(out);
    process = launch(upCommand(options), out, err);
    await("up is ready", () -> !process.isAlive() || read(out).contains("ready "));
    assertThat(process.isAlive()).as("it runs; it said: " + read(err)).isTrue();
  }

  private Object[] upCommand(Object... options) {
    Stream<Object> fixed =
        Stream.of(
            "up",
            "--data",
            data(),
            "--port",
            0,
            "--store-port",
            0,
            "--kafka-port",
            0,
            "--slots",
            2);
    return Stream.concat(fixed, Stream.of(options)).toArray();
  }

  /** Runs a command of the same user to its end. */
  public Said run(Object... arguments) throws IOException, InterruptedException {
    Path saidOut = Files.createTempFile(root, "command", ".out");
    Path saidErr = Files.createTempFile(root, "command", ".err");
    Process command = launch(arguments, saidOut, saidErr);
    if (!command.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
      command.destroyForcibly();
      throw new AssertionError("It runs on and on. It said: " + read(saidOut) + read(saidErr));
    }
    return new Said(command.exitValue(), read(saidOut), read(saidErr));
  }

  /** Starts another process of the same user. */
  Process launch(Object... arguments) throws IOException {
    return launch(
        arguments,
        Files.createTempFile(root, "other", ".out"),
        Files.createTempFile(root, "other", ".err"));
  }

  /** Starts another process of the same user, which says in a file what it has to say. */
  public Process launch(Path said, Object... arguments) throws IOException {
    return launch(arguments, said, said);
  }

  private Process launch(Object[] arguments, Path toOut, Path toErr) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    Stream.of(arguments).map(Object::toString).forEach(words::add);
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectOutput(toOut.toFile()).redirectError(toErr.toFile());
    XDG.forEach(name -> builder.environment().put(name, root.resolve(name).toString()));
    builder.environment().keySet().removeIf(name -> name.startsWith("REELWAY_"));
    Process started = builder.start();
    started.getOutputStream().close();
    return started;
  }

  /** Ends it with a TERM signal; gives its exit status. */
  int stop() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).as("it stopped").isTrue();
    return process.exitValue();
  }

  /** Where all of the installation lies. */
  public Path data() {
    return root.resolve("installation");
  }

  /** Where the objects of the store lie as files. */
  Path bucket() {
    return data().resolve("store/reelway");
  }

  public Path title(String id) {
    return bucket().resolve("titles").resolve(id);
  }

  public String api() {
    return told("API");
  }

  public String store() {
    return told("store");
  }

  public String bootstrapServers() {
    return told("kafka");
  }

  String out() {
    return read(out);
  }

  public String err() {
    return read(err);
  }

  private String told(String what) {
    Matcher line = Pattern.compile("(?m)\\b" + what + "\\s+(\\S+)$").matcher(out());
    assertThat(line.find()).as("a line about " + what + " in: " + out()).isTrue();
    return line.group(1);
  }

  /** Waits for {@code condition}; the limit is for what never comes. */
  public void await(String meaning, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not so: " + meaning + ". The server said: " + out() + err());
      }
      Thread.sleep(50);
    }
  }

  /** What a process said in a file so far. */
  public static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    try {
      if (process != null && process.isAlive()) {
        stop();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
