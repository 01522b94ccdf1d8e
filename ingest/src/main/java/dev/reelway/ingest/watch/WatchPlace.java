package dev.reelway.ingest.watch;

import java.util.List;
import java.util.Optional;

/** Where watched files lie. */
interface WatchPlace {

  /** All files whose name starts with {@code prefix}. */
  List<WatchedFile> list(String prefix);

  /** A small file; empty if it is gone. */
  Optional<byte[]> read(WatchedFile file);

  /** The address of a file as a master. */
  String address(String name);
}
