package dev.reelway.manifest.publish;

/** Decides whether a version whose manifests are written may become public. */
@FunctionalInterface
public interface Gate {

  /** Lets everything through. */
  Gate OPEN = version -> {};

  /**
   * Returns if the version may become public.
   *
   * @throws dev.reelway.contracts.failure.ReelwayException {@code PACKAGE_INVALID} if not
   */
  void pass(int version);
}
