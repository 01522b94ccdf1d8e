package dev.reelway.manifest.dash;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Representations that a player switches between freely.
 *
 * @param id from 1
 * @param contentType {@code video}, {@code audio}, {@code text} or {@code image}
 * @param language BCP 47 tag, absent if unknown
 * @param label for the player's menu
 * @param picture absent for sound
 * @param mostSpeed how many times faster than normal the set can be played by who can play the main
 *     one; only of sets for fast forward, in which no picture needs another
 * @param descriptors in schema order
 * @param template absent if each representation has its own
 * @param representations from the highest to the lowest
 */
public record AdaptationSet(
    int id,
    String contentType,
    Optional<String> language,
    Optional<String> label,
    Optional<Picture> picture,
    Optional<Long> mostSpeed,
    List<Descriptor> descriptors,
    Optional<SegmentTemplate> template,
    List<Representation> representations) {

  /**
   * What the pictures of a set have in common.
   *
   * @param aspectRatio width to height of the display, such as {@code 16:9}
   * @param maxWidth in pixels
   * @param maxHeight in pixels
   * @param maxFrameRate as a fraction
   */
  public record Picture(String aspectRatio, int maxWidth, int maxHeight, String maxFrameRate) {}

  /** Defensive copies. */
  public AdaptationSet {
    descriptors = List.copyOf(descriptors);
    representations = List.copyOf(representations);
  }

  static final String IMAGE = "image";

  private static final Set<Descriptor.Element> AFTER_LABEL =
      Set.of(Descriptor.Element.Accessibility, Descriptor.Element.Role);

  void write(XmlText xml) {
    xml.open("AdaptationSet");
    xml.attribute("id", id);
    xml.attribute("lang", language);
    xml.attribute("contentType", contentType);
    xml.attribute("mimeType", mimeType());
    xml.attribute("par", picture.map(Picture::aspectRatio));
    xml.attribute("maxWidth", picture.map(Picture::maxWidth));
    xml.attribute("maxHeight", picture.map(Picture::maxHeight));
    xml.attribute("maxFrameRate", picture.map(Picture::maxFrameRate));
    if (!contentType.equals(IMAGE)) {
      xml.attribute("segmentAlignment", true);
      xml.attribute("startWithSAP", 1);
    }
    xml.attribute("maxPlayoutRate", mostSpeed);
    xml.attribute("codingDependency", mostSpeed.map(speed -> false));
    writeDescriptors(xml, false);
    label.ifPresent(text -> xml.element("Label", text));
    writeDescriptors(xml, true);
    template.ifPresent(shared -> shared.write(xml));
    representations.forEach(representation -> representation.write(xml));
    xml.close();
  }

  private String mimeType() {
    return switch (contentType) {
      case IMAGE -> "image/jpeg";
      case "text" -> "application/mp4";
      default -> contentType + "/mp4";
    };
  }

  /** In the schema, labels come after all other descriptors but before these. */
  private void writeDescriptors(XmlText xml, boolean roles) {
    descriptors.stream()
        .filter(d -> AFTER_LABEL.contains(d.element()) == roles)
        .sorted()
        .forEach(d -> d.write(xml));
  }
}
