package dev.reelway.media.process;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the operating system takes away from a child process. The command it wraps always gets a
 * process group of its own, so that a Ctrl-C at the terminal reaches only the parent, which then
 * ends its children in order.
 *
 * @param prefix command words put before the child's own
 * @param description for people, such as {@code own network namespace}
 */
public record Sandbox(List<String> prefix, String description) {

  private static final List<String> NETWORKLESS =
      List.of("setsid", "unshare", "--user", "--map-current-user", "--net", "--ipc", "--");
  private static final List<String> OWN_GROUP = List.of("setsid", "--");

  /** Defensive copy. */
  public Sandbox {
    prefix = List.copyOf(prefix);
  }

  /** The strongest sandbox that this machine allows. */
  public static Sandbox detect() {
    if (works(NETWORKLESS)) {
      return new Sandbox(NETWORKLESS, "own network namespace without interfaces");
    }
    if (works(OWN_GROUP)) {
      return new Sandbox(OWN_GROUP, "own process group; the network stays reachable");
    }
    return new Sandbox(List.of(), "none; the system has no setsid");
  }

  private static boolean works(List<String> prefix) {
    List<String> command = new java.util.ArrayList<>(prefix);
    command.add("true");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(5, TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
