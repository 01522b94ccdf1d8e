package dev.reelway.cli.client;

import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.server.Environment;
import dev.reelway.cli.client.server.ServerAddress;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that choose a server; shared by all commands that talk to one. */
final class ServerOptions {

  private final Environment environment;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description =
          "The server (default: REELWAY_SERVER, else what 'reelway up' started, else"
              + " http://127.0.0.1:8080).")
  private String server;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Key for the server (default: REELWAY_KEY, else the one of 'reelway up').")
  private String key;

  @Option(names = "--json", description = "Print the server's JSON instead of text.")
  private boolean json;

  ServerOptions() {
    this(Environment.ofThisProcess());
  }

  ServerOptions(Environment environment) {
    this.environment = environment;
  }

  Environment environment() {
    return environment;
  }

  /** Ready to ask the chosen server. */
  Session open() {
    PrintWriter err = command.commandLine().getErr();
    ServerAddress address =
        ServerAddress.choose(Optional.ofNullable(server), Optional.ofNullable(key), environment);
    ApiClient api =
        new ApiClient(
            address,
            sentence -> {
              err.println(sentence);
              err.flush();
            });
    return new Session(api, command.commandLine().getOut(), json);
  }
}
