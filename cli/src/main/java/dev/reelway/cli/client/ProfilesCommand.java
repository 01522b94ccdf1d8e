package dev.reelway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.client.title.Printable;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Looks after the profiles of a server: ladders with a name. */
@Command(
    name = "profiles",
    description = "List, show, put or remove profiles: ladders that a server knows by name.",
    mixinStandardHelpOptions = true)
public final class ProfilesCommand {

  private static final String PATH = "profiles";
  private static final String YAML = "application/yaml";

  @Command(name = "list", description = "List all profiles.", mixinStandardHelpOptions = true)
  int list(@Mixin ServerOptions server) throws InterruptedException {
    Session session = server.open();
    return session.tell(session.api().get(PATH), ProfilesCommand::names);
  }

  private static List<String> names(ApiReply reply) {
    return Answers.items(reply, "profiles").stream()
        .map(profile -> profile.isTextual() ? profile : profile.path("name"))
        .map(JsonNode::asText)
        .map(Printable::text)
        .toList();
  }

  @Command(
      name = "show",
      description = "Print a profile as a ladder file.",
      mixinStandardHelpOptions = true)
  int show(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "NAME", description = "The profile's name.") String name)
      throws InterruptedException {
    Session session = server.open();
    return session.tell(
        session.api().get(ApiClient.path(PATH, name)),
        reply -> reply.text().lines().map(Printable::text).toList());
  }

  @Command(
      name = "put",
      description = "Make a ladder file a profile, new or in place of the one of that name.",
      mixinStandardHelpOptions = true)
  int put(
      @Mixin ServerOptions server,
      @Parameters(index = "0", paramLabel = "NAME", description = "The profile's name.")
          String name,
      @Parameters(index = "1", paramLabel = "FILE", description = "Ladder file in YAML.") Path file)
      throws InterruptedException {
    byte[] yaml = read(file);
    Session session = server.open();
    return session.tell(
        session.api().put(ApiClient.path(PATH, name), YAML, yaml),
        "Profile " + Printable.text(name) + " is stored.");
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.LADDER_INVALID, "The ladder file " + file + " cannot be read.", e);
    }
  }

  @Command(
      name = "remove",
      description = "Remove a profile; titles that were made with it stay.",
      mixinStandardHelpOptions = true)
  int remove(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "NAME", description = "The profile's name.") String name)
      throws InterruptedException {
    Session session = server.open();
    return session.tell(
        session.api().delete(ApiClient.path(PATH, name)),
        "Profile " + Printable.text(name) + " is removed.");
  }
}
