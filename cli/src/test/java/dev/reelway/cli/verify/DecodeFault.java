package dev.reelway.cli.verify;

import dev.reelway.conformance.rule.Rule;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Something that only decoding finds.
 *
 * @param name what is wrong
 * @param rule that must find it; others may find it, too
 * @param master FFmpeg's description of the master's picture and sound; empty to compare none
 * @param plant makes the package wrong
 */
record DecodeFault(String name, Rule rule, String master, Plant plant) {

  /** Changes the files of a package. */
  @FunctionalInterface
  interface Plant {
    void in(Path folder) throws IOException;
  }

  @Override
  public String toString() {
    return name + " → " + rule.id();
  }
}
