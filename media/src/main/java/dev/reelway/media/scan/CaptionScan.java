package dev.reelway.media.scan;

import java.util.List;

/**
 * Captions in a picture or in a track of their own.
 *
 * @param channels CEA-608 channels with text, 1 to 4
 * @param unread name of a form of captions beside them that is not read, empty if there is none
 */
public record CaptionScan(List<Integer> channels, String unread) {

  /** No captions. */
  public static final CaptionScan NONE = new CaptionScan(List.of(), "");

  /** Defensive copy. */
  public CaptionScan {
    channels = List.copyOf(channels);
  }
}
