package dev.reelway.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.cli.ReelwayMain;
import dev.reelway.cli.client.server.Environment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * The program with an environment of its own.
 *
 * @param environment what it finds around it
 */
record Program(Environment environment) {

  /** How it ended and what it said. */
  record Result(int exitCode, String out, String err) {

    /** Demands success without a word on standard error. */
    Result succeeded() {
      assertThat(err).as("standard error").isEmpty();
      assertThat(exitCode).as("exit status").isZero();
      return this;
    }

    List<String> lines() {
      return out.lines().toList();
    }
  }

  /** A program that knows {@code server} and has {@code home} for its files. */
  static Program of(FakeServer server, Path home) {
    return new Program(
        new Environment(
            Map.of("REELWAY_SERVER", server.address(), "REELWAY_KEY", "rw_test_secret"), home));
  }

  Result run(Object... words) {
    String[] arguments = Stream.of(words).map(Object::toString).toArray(String[]::new);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        ReelwayMain.commandLine(factory(), arguments)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Result(exitCode, out.toString(), err.toString());
  }

  private IFactory factory() {
    return new IFactory() {
      @Override
      public <T> T create(Class<T> type) throws Exception {
        return type == ServerOptions.class
            ? type.cast(new ServerOptions(environment))
            : CommandLine.defaultFactory().create(type);
      }
    };
  }
}
