package dev.reelway.manifest.dash;

import java.util.Optional;

/**
 * One track as one quality of its set.
 *
 * @param id the track's id; templates put it into paths
 * @param codecs RFC 6381 string
 * @param bandwidth bits per second, see {@link LeakyBucket}
 * @param picture absent for sound
 * @param sampleRate in Hz, absent for video
 * @param template absent if the set has it
 */
public record Representation(
    String id,
    String codecs,
    long bandwidth,
    Optional<Picture> picture,
    Optional<Integer> sampleRate,
    Optional<SegmentTemplate> template) {

  /**
   * What only a picture has; pixels are always square.
   *
   * @param width in pixels
   * @param height in pixels
   * @param frameRate as a fraction
   */
  public record Picture(int width, int height, String frameRate) {}

  void write(XmlText xml) {
    if (template.isPresent()) {
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
    xml.attribute("frameRate", picture.map(Picture::frameRate));
    xml.attribute("audioSamplingRate", sampleRate);
    if (template.isPresent()) {
      template.get().write(xml);
      xml.close();
    }
  }
}
