package dev.reelway.cli.serve;

import java.util.Locale;

/** What one process can run beside the broker and the object store. */
enum UpRole {
  INGEST,
  WORKER,
  PACKAGER,
  MANIFEST_WRITER;

  /** As people write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
