package dev.reelway.cli.encode;

/** Whether the JVM is already shutting down, which Java only tells by refusing hooks. */
final class Shutdown {

  private Shutdown() {}

  static boolean inProgress(Thread hook) {
    return hook.getState() != Thread.State.NEW;
  }
}
