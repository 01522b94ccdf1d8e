package dev.reelway.cli.serve;

import dev.reelway.cli.client.server.Environment;
import dev.reelway.cli.client.server.ServerFile;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.ingest.accept.key.IssuedKey;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a whole installation on this machine: broker, object store, all roles, the API. */
@Command(
    name = "up",
    description = "Run everything on this machine: Kafka, an S3 store, all roles, the API.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Everything lies in one folder and goes on after a restart. Ctrl-C stops it.",
      "Other processes join with: reelway worker --config DIR/reelway.yaml"
    })
public final class UpCommand implements Callable<Integer> {

  private static final Duration READY = Duration.ofMinutes(2);

  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder that everything lies in (default: ~/.local/share/reelway).")
  private Path data;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address of the API and the store (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Port of the API; 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--store-port",
      defaultValue = "9000",
      description = "Port of the object store; 0 for any (default: ${DEFAULT-VALUE}).")
  private int storePort;

  @Option(
      names = "--kafka-port",
      defaultValue = "9092",
      description = "Port of the broker; 0 for any (default: ${DEFAULT-VALUE}).")
  private int kafkaPort;

  @Option(
      names = "--slots",
      defaultValue = "0",
      description = "Tasks encoded at the same time (default: one per processor).")
  private int slots;

  @Option(
      names = "--roles",
      split = ",",
      paramLabel = "ROLE",
      description =
          "Only these of ingest, worker, packager, manifest-writer, or none: broker and store"
              + " alone.")
  private List<String> roles = List.of("ingest", "worker", "packager", "manifest-writer");

  @Override
  public Integer call() throws InterruptedException {
    Environment environment = Environment.ofThisProcess();
    Installation installation = Installation.open(data != null ? data : environment.dataFolder());
    UntilStopped until = new UntilStopped();
    UpServices.Listening listening =
        new UpServices.Listening(host, port, storePort, kafkaPort, slots);
    UpServices services = UpServices.start(installation, config, listening, chosen(), until::stop);
    try {
      tell(services, environment);
    } catch (ReelwayException | InterruptedException e) {
      services.close();
      throw e;
    }
    return until.run(services::close);
  }

  private Set<UpRole> chosen() {
    Set<UpRole> chosen = EnumSet.noneOf(UpRole.class);
    for (String name : roles) {
      if (!name.equals("none")) {
        chosen.add(
            EnumSet.allOf(UpRole.class).stream()
                .filter(role -> role.toString().equals(name))
                .findFirst()
                .orElseThrow(
                    () ->
                        new ParameterException(
                            spec.commandLine(), "There is no role '" + name + "'.")));
      }
    }
    return chosen;
  }

  private void tell(UpServices services, Environment environment) throws InterruptedException {
    PrintWriter console = spec.commandLine().getOut();
    services.ingest().ifPresent(ingest -> rememberKey(services, environment, console));
    if (!services.awaitReady(READY)) {
      throw new ReelwayException(
          FailureKind.MESSAGING_UNAVAILABLE, "The workflow did not begin to answer in time.");
    }
    console.println("ready    API    " + services.apiUrl().orElse("(not in this process)"));
    services.apiUrl().ifPresent(url -> console.println("         portal " + url + "/"));
    console.println("         store  " + services.storeUrl());
    console.println("         kafka  " + services.bootstrapServers());
    console.println("         data   " + services.installation().folder());
    console.println("Try:     ./reelway submit samples/masters/sintel-trailer-720p24.mp4 --wait");
    console.flush();
  }

  // The key is shown once; the commands of this user find it by themselves.
  private static void rememberKey(
      UpServices services, Environment environment, PrintWriter console) {
    String url = services.apiUrl().orElseThrow();
    Optional<IssuedKey> made = services.ingest().orElseThrow().keys().bootstrapAdmin();
    if (made.isPresent()) {
      console.println("Admin key, shown only now: " + made.get().token());
      new ServerFile(url, made.get().token()).write(environment);
    } else {
      ServerFile.read(environment)
          .filter(file -> !file.server().equals(url))
          .filter(file -> services.ingest().get().keys().authenticate(file.key()).isPresent())
          .ifPresent(file -> new ServerFile(url, file.key()).write(environment));
    }
  }
}
