package dev.reelway.manifest.hls;

import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.plan.TextFormat;
import dev.reelway.contracts.title.TextTrack;
import dev.reelway.manifest.TextRendition;
import dev.reelway.manifest.TrackUris;
import java.util.List;
import java.util.Optional;

/**
 * A text rendition (EXT-X-MEDIA). All are in one group, which every variant names.
 *
 * @param name for the player's menu
 * @param language BCP 47 tag, absent if unknown
 * @param isDefault whether the player shows it when nobody says otherwise
 * @param autoselect whether the player may choose it by the viewer's language; at most one per
 *     language and kind
 * @param forced whether it belongs to the picture itself
 * @param characteristics uniform type identifiers of accessibility features
 * @param uri its media playlist
 */
public record Subtitles(
    String name,
    Optional<String> language,
    boolean isDefault,
    boolean autoselect,
    boolean forced,
    List<String> characteristics,
    String uri) {

  /** Name of the only group. */
  static final String GROUP = "text";

  /** What text for people who do not hear is to be marked with (Apple's HLS authoring, 5.8). */
  private static final List<String> SDH =
      List.of(
          "public.accessibility.transcribes-spoken-dialog",
          "public.accessibility.describes-music-and-sound");

  /** Defensive copy. */
  public Subtitles {
    characteristics = List.copyOf(characteristics);
  }

  static List<Subtitles> of(List<TextTrack> tracks, TrackUris uris) {
    return TextRendition.of(tracks, TextFormat::inHls).stream().map(r -> of(r, uris)).toList();
  }

  private static Subtitles of(TextRendition rendition, TrackUris uris) {
    TextTrack track = rendition.track();
    boolean commentary = track.role() == TrackRole.COMMENTARY;
    return new Subtitles(
        rendition.name(),
        Optional.of(track.language()).filter(language -> rendition.hasLanguage()),
        track.isDefault(),
        track.isDefault() || (rendition.firstOfKind() && !commentary),
        track.role() == TrackRole.FORCED,
        track.role() == TrackRole.SDH ? SDH : List.of(),
        uris.mediaPlaylist(track.id()));
  }
}
