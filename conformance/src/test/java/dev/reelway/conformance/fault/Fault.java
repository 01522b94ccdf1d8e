package dev.reelway.conformance.fault;

import dev.reelway.conformance.place.MapPlace;
import dev.reelway.conformance.rule.Rule;
import java.util.function.Consumer;

/**
 * One thing that is made wrong in a good package.
 *
 * @param name what is wrong
 * @param rule that must find it; others may find it, too
 * @param plant makes it wrong
 */
record Fault(String name, Rule rule, Consumer<MapPlace> plant) {

  static Fault of(String name, Rule rule, Consumer<MapPlace> plant) {
    return new Fault(name, rule, plant);
  }

  @Override
  public String toString() {
    return name + " → " + rule.id();
  }
}
