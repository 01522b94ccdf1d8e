package dev.reelway.conformance.rule;

/**
 * Something that is demanded of a package. One enum for each family; the constant's name is the
 * stable id. {@code docs/conformance-rules.md} is made from the enums.
 */
public interface Rule {

  /** The constant's name. */
  String name();

  /** Returns the stable id, such as {@code CMAF_TFDT_CONTINUOUS}. */
  default String id() {
    return name();
  }

  /** How bad it is when this is broken. */
  Severity severity();

  /** The clause it comes from, such as {@code ISO/IEC 23000-19 7.5.17}. */
  String source();

  /** What is demanded, in one plain sentence. */
  String sentence();
}
