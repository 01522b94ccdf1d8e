package dev.reelway.manifest.dash;

import java.util.List;
import java.util.Optional;

/**
 * One track as one quality of its set.
 *
 * @param id the track's id; templates put it into paths
 * @param codecs RFC 6381 string, absent for images
 * @param bandwidth bits per second, see {@link LeakyBucket}
 * @param picture absent for sound
 * @param sampleRate in Hz, absent for video
 * @param descriptors what a player must know of it
 * @param template absent if the set has it
 */
public record Representation(
    String id,
    Optional<String> codecs,
    long bandwidth,
    Optional<Picture> picture,
    Optional<Integer> sampleRate,
    List<Descriptor> descriptors,
    Optional<SegmentTemplate> template) {

  /** Defensive copy. */
  public Representation {
    descriptors = List.copyOf(descriptors);
  }

  /**
   * What only a picture has; pixels are always square.
   *
   * @param width in pixels
   * @param height in pixels
   * @param frameRate as a fraction, absent for images
   */
  public record Picture(int width, int height, Optional<String> frameRate) {}

  void write(XmlText xml) {
    boolean hasChildren = template.isPresent() || !descriptors.isEmpty();
    if (hasChildren) {
      xml.open("Representation");
    } else {
      xml.empty("Representation");
    }
    xml.attribute("id", id);
    xml.attribute("codecs", codecs);
    xml.attribute("bandwidth", bandwidth);
    xml.attribute("width", picture.map(Picture::width));
    xml.attribute("height", picture.map(Picture::height));
    xml.attribute("sar", picture.map(p -> "1:1"));
    xml.attribute("frameRate", picture.flatMap(Picture::frameRate));
    xml.attribute("audioSamplingRate", sampleRate);
    descriptors.forEach(descriptor -> descriptor.write(xml));
    template.ifPresent(own -> own.write(xml));
    if (hasChildren) {
      xml.close();
    }
  }
}
