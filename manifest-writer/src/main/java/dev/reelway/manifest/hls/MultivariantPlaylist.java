package dev.reelway.manifest.hls;

import dev.reelway.contracts.title.Presentation;
import dev.reelway.manifest.SegmentTimes;
import dev.reelway.manifest.TrackUris;
import java.util.List;

/**
 * The playlist that a player opens first.
 *
 * @param media sound renditions
 * @param subtitles text renditions
 * @param variants playable combinations, the one to start with first
 * @param iFrames key pictures for fast forward
 * @param images thumbnails, at most one entry
 */
public record MultivariantPlaylist(
    List<Media> media,
    List<Subtitles> subtitles,
    List<Variant> variants,
    List<IFrameVariant> iFrames,
    List<ImageVariant> images) {

  /** Defensive copies. */
  public MultivariantPlaylist {
    media = List.copyOf(media);
    subtitles = List.copyOf(subtitles);
    variants = List.copyOf(variants);
    iFrames = List.copyOf(iFrames);
    images = List.copyOf(images);
  }

  /** The playlist of a title, for the folder from which {@code uris} lead to the tracks. */
  public static MultivariantPlaylist of(Presentation presentation, TrackUris uris) {
    return new MultivariantPlaylist(
        Media.of(presentation.audio(), uris),
        Subtitles.of(presentation.text(), uris),
        Variants.of(presentation, uris),
        IFrameVariant.of(presentation, uris),
        presentation.thumbnails().stream()
            .map(track -> ImageVariant.of(track, SegmentTimes.targetSeconds(presentation), uris))
            .toList());
  }

  /** The playlist's text. */
  public String text() {
    PlaylistText text = new PlaylistText();
    for (MultivariantPlaylistTag tag : MultivariantPlaylistTag.values()) {
      tag.write(this, text);
    }
    return text.toString();
  }
}
