package dev.reelway.isobmff.cmaf;

import dev.reelway.isobmff.box.PixelAspectRatioBox;
import dev.reelway.isobmff.box.VisualSampleEntry;
import java.util.List;

/**
 * What the init segment of a video track says. The sample entry carries codec, coded size, {@code
 * colr}, {@code pasp} and {@code btrt}; a further codec needs nothing here.
 *
 * @param timescale ticks per second, a multiple of the frame rate
 * @param sampleEntry see {@link VisualSampleEntry#avc}
 * @param profiles the media profiles whose rules the track keeps, may be empty
 * @param name for people who look into the file
 */
public record VideoTrack(
    long timescale, VisualSampleEntry sampleEntry, List<MediaProfile> profiles, String name) {

  /** Copies the list. */
  public VideoTrack {
    profiles = List.copyOf(profiles);
  }

  /** Returns the width in square pixels; the height is that of the coded picture. */
  long displayWidth() {
    PixelAspectRatioBox shape =
        sampleEntry.find(PixelAspectRatioBox.class).orElse(PixelAspectRatioBox.SQUARE);
    long spacing = Math.max(1, shape.verticalSpacing());
    return (sampleEntry.width() * shape.horizontalSpacing() + spacing / 2) / spacing;
  }
}
