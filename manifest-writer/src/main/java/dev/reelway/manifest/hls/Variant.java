package dev.reelway.manifest.hls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A playable combination of renditions (EXT-X-STREAM-INF).
 *
 * @param bandwidth peak rate in bits per second of the worst combination
 * @param averageBandwidth average rate in bits per second of the worst combination
 * @param codecs RFC 6381 strings, video first, text last
 * @param picture absent for a variant of sound alone
 * @param audioGroup absent for a silent title
 * @param subtitlesGroup absent for a title without text
 * @param uri its media playlist
 */
public record Variant(
    long bandwidth,
    long averageBandwidth,
    List<String> codecs,
    Optional<Picture> picture,
    Optional<String> audioGroup,
    Optional<String> subtitlesGroup,
    String uri) {

  /**
   * What only a picture has.
   *
   * @param width in pixels
   * @param height in pixels
   * @param frameRate frames per second, three decimals
   * @param videoRange absent when the whole title is SDR
   */
  public record Picture(int width, int height, String frameRate, Optional<String> videoRange) {}

  /**
   * The same variant with the text of the title; text counts for no bandwidth.
   *
   * @param textCodecs what players need for it beside WebVTT
   */
  Variant withSubtitles(Set<String> textCodecs) {
    List<String> all = new ArrayList<>(codecs);
    all.addAll(textCodecs);
    return new Variant(
        bandwidth, averageBandwidth, all, picture, audioGroup, Optional.of(Subtitles.GROUP), uri);
  }

  /** Defensive copy. */
  public Variant {
    codecs = List.copyOf(codecs);
  }
}
