package dev.reelway.ingest.watch;

/** What says that a file is complete. */
public enum Ready {
  /** It was seen twice with the same size and date, and for a while; or its store announced it. */
  STABLE,
  /** A file of the same name with {@code .done} behind it. */
  DONE_FILE,
  /** Its sidecar: the same name with {@code .json} behind it. */
  SIDECAR
}
