package dev.reelway.conformance.manifest;

import dev.reelway.conformance.rule.Rule;
import java.util.function.Consumer;

/**
 * Something wrong that is done to the clean title.
 *
 * @param rule that must find it
 * @param name what is done
 * @param plant does it
 */
public record ManifestFault(Rule rule, String name, Consumer<ManifestBench> plant) {

  /** Replaces a text in a file. */
  public static ManifestFault edit(Rule rule, String path, String from, String to) {
    return new ManifestFault(rule, from + " → " + to, bench -> bench.edit(path, from, to));
  }

  @Override
  public String toString() {
    return rule.id() + ": " + name;
  }
}
