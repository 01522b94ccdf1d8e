package dev.reelway.contracts.master;

import java.io.Closeable;
import java.io.IOException;

/**
 * The files that a title is made of. Number 0 is the master, the others were submitted beside it.
 * Implementations are thread-safe.
 */
public interface SourceFiles extends Closeable {

  /** The number of the master. */
  int MASTER = 0;

  /** How many files, the master included. */
  int count();

  /** The file's own name, for people. */
  String name(int number);

  /**
   * The bytes of a file; opened when first asked for and closed with this.
   *
   * @throws IOException if it cannot be read
   */
  MasterBytes bytes(int number) throws IOException;
}
