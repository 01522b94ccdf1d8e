package dev.reelway.conformance.dash;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Elements of one kind on the levels of Period, AdaptationSet and Representation, where the deeper
 * overrides the higher (ISO/IEC 23009-1 5.3.9.1).
 *
 * @param deepestFirst those that are there
 */
record Inherited(List<Element> deepestFirst) {

  /** The addressing elements of a name. */
  static Inherited of(String name, Element representation, Element set, Element period) {
    return new Inherited(
        Stream.of(representation, set, period)
            .flatMap(level -> level.first(name).stream())
            .toList());
  }

  boolean isPresent() {
    return !deepestFirst.isEmpty();
  }

  int line() {
    return deepestFirst.get(0).line();
  }

  Optional<String> attribute(String name) {
    return deepestFirst.stream().flatMap(level -> level.attribute(name).stream()).findFirst();
  }

  Optional<Element> first(String child) {
    return deepestFirst.stream().flatMap(level -> level.first(child).stream()).findFirst();
  }

  /** All children of a name of the deepest element that has any. */
  List<Element> all(String child) {
    return deepestFirst.stream()
        .map(level -> level.all(child).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** A number; {@code fallback} if there is none, or it is no number of at most 18 digits. */
  long number(String name, long fallback) {
    return attribute(name)
        .map(String::strip)
        .filter(text -> text.matches("[0-9]{1,18}"))
        .map(Long::parseLong)
        .orElse(fallback);
  }
}
