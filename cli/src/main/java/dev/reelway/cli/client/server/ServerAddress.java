package dev.reelway.cli.client.server;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The server that a command talks to.
 *
 * @param uri its address without a slash at the end
 * @param key what it knows the caller by, if anything
 */
public record ServerAddress(URI uri, Optional<String> key) {

  private static final Pattern KEY = Pattern.compile("[!-~]+");

  private static final String USUAL = "http://127.0.0.1:8080";

  /** Refuses a key that cannot be one, such as a whole file. */
  public ServerAddress {
    if (key.isPresent() && !KEY.matcher(key.get()).matches()) {
      throw new ReelwayException(
          FailureKind.USAGE_INVALID, "What was given as the key is none: keys look like rw_….");
    }
  }

  /**
   * Finds the server: what the command line says, else the environment, else what {@code reelway
   * up} wrote, else the usual address. A written key is only ever sent to the server that it was
   * written for.
   *
   * @param server what {@code --server} says
   * @param key what {@code --key} says
   */
  public static ServerAddress choose(
      Optional<String> server, Optional<String> key, Environment environment) {
    Optional<String> named = server.or(() -> environment.variable("REELWAY_SERVER"));
    Optional<String> ownKey = key.or(() -> environment.variable("REELWAY_KEY"));
    if (named.isPresent() && ownKey.isPresent()) {
      return new ServerAddress(parse(named.get()), ownKey);
    }
    Optional<ServerFile> written = ServerFile.read(environment);
    Optional<URI> writtenUri = written.map(file -> parse(file.server()));
    URI uri = named.map(ServerAddress::parse).or(() -> writtenUri).orElse(URI.create(USUAL));
    Optional<String> writtenKey =
        written.filter(file -> writtenUri.equals(Optional.of(uri))).map(ServerFile::key);
    return new ServerAddress(uri, ownKey.or(() -> writtenKey));
  }

  private static URI parse(String text) {
    String whole = text.contains("://") ? text.strip() : "http://" + text.strip();
    try {
      URI uri = new URI(whole.replaceFirst("/+$", ""));
      if (uri.getHost() != null
          && uri.getQuery() == null
          && (uri.getScheme().equals("http") || uri.getScheme().equals("https"))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below, as every other address that is none.
    }
    throw new ReelwayException(
        FailureKind.USAGE_INVALID,
        "'" + text + "' is not the address of a server; it looks like " + USUAL + ".");
  }

  /** Whether the server runs on this machine, so that both see the same files. */
  public boolean isThisMachine() {
    try {
      return InetAddress.getByName(uri.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return uri.toString();
  }
}
