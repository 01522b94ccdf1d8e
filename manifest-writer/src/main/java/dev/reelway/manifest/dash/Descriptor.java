package dev.reelway.manifest.dash;

import java.util.Comparator;

/**
 * A scheme and a value.
 *
 * @param element which kind of descriptor
 * @param scheme URI of the scheme
 * @param value in that scheme
 */
public record Descriptor(Element element, String scheme, String value)
    implements Comparable<Descriptor> {

  private static final String ROLES = "urn:mpeg:dash:role:2011";

  private static final Comparator<Descriptor> SCHEMA_ORDER =
      Comparator.comparing(Descriptor::element);

  /** A constant's name is its element, their order is that of the schema. */
  @SuppressWarnings("MemberName") // element names of the schema
  public enum Element {
    /** How many loudspeakers. */
    AudioChannelConfiguration,
    /** Who does not understand it must not play the set. */
    EssentialProperty,
    /** Who does not understand it may ignore it. */
    SupplementalProperty,
    /** Whom it helps. */
    Accessibility,
    /** What the set is for. */
    Role
  }

  static Descriptor mainRole() {
    return role("main");
  }

  /** A role of ISO/IEC 23009-1 clause 5.8.5.5. */
  static Descriptor role(String value) {
    return new Descriptor(Element.Role, ROLES, value);
  }

  /** The same scheme, to say whom a set helps. */
  static Descriptor accessibility(String value) {
    return new Descriptor(Element.Accessibility, ROLES, value);
  }

  /** Pictures for fast forward through the set with the id {@code set} (DASH-IF IOP 3.2.9). */
  static Descriptor trickMode(int set) {
    return new Descriptor(
        Element.EssentialProperty, "http://dashif.org/guidelines/trickmode", Integer.toString(set));
  }

  /** Images on tiles (DASH-IF IOP 6.2.6). */
  static Descriptor thumbnailTile(int columns, int rows) {
    return new Descriptor(
        Element.EssentialProperty,
        "http://dashif.org/guidelines/thumbnail_tile",
        columns + "x" + rows);
  }

  /** A code point of ITU-T H.273, such as {@code TransferCharacteristics}. */
  static Descriptor colour(String property, int codePoint) {
    return new Descriptor(
        Element.EssentialProperty, "urn:mpeg:mpegB:cicp:" + property, Integer.toString(codePoint));
  }

  void write(XmlText xml) {
    xml.empty(element.name());
    xml.attribute("schemeIdUri", scheme);
    xml.attribute("value", value);
  }

  /** By schema order alone. */
  @Override
  public int compareTo(Descriptor other) {
    return SCHEMA_ORDER.compare(this, other);
  }
}
