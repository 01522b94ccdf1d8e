package dev.reelway.conformance.dash;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of an MPD.
 *
 * @param line counted from 1
 * @param namespace its URI
 * @param name without prefix
 * @param attributes by name; those of other namespaces as {@code {uri}name}
 * @param children elements only, of all namespaces
 * @param text directly in it, trimmed
 */
record Element(
    int line,
    String namespace,
    String name,
    Map<String, String> attributes,
    List<Element> children,
    String text) {
  static final String MPD_NAMESPACE = "urn:mpeg:dash:schema:mpd:2011";

  Optional<String> attribute(String key) {
    return Optional.ofNullable(attributes.get(key));
  }

  boolean isDash() {
    return namespace.equals(MPD_NAMESPACE);
  }

  Stream<Element> all(String childName) {
    return children.stream().filter(child -> child.isDash() && child.name.equals(childName));
  }

  Optional<Element> first(String childName) {
    return all(childName).findFirst();
  }

  /** The children of a name with this schemeIdUri. */
  Stream<Element> descriptors(String childName, String scheme) {
    return all(childName).filter(child -> child.attribute("schemeIdUri").orElse("").equals(scheme));
  }
}
