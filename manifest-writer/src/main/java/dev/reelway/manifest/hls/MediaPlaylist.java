package dev.reelway.manifest.hls;

import dev.reelway.contracts.plan.TextFormat;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.ImageTrack;
import dev.reelway.contracts.title.TextTrack;
import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.title.VideoTrack;
import dev.reelway.manifest.KeyPictures;
import dev.reelway.manifest.SegmentTimes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The playlist of one track. It lies in the track's own folder, so its URIs are bare names.
 *
 * @param content what its segments are
 * @param targetSeconds the title's target duration
 * @param mapUri the init segment, absent for files without boxes
 * @param segments in order
 */
public record MediaPlaylist(
    Content content, long targetSeconds, Optional<String> mapUri, List<Segment> segments) {

  /** What the segments of a playlist are. */
  public enum Content {
    /** Stretches that are played. */
    MEDIA,
    /** Key pictures for fast forward. */
    I_FRAMES,
    /** Tiles of thumbnails. */
    IMAGES
  }

  /**
   * One media segment.
   *
   * @param seconds value of EXTINF, six decimals
   * @param range value of EXT-X-BYTERANGE, absent for a whole file
   * @param tiles what is on a tile, absent for all but thumbnails
   * @param uri its name
   */
  public record Segment(
      BigDecimal seconds, Optional<String> range, Optional<Tiles> tiles, String uri) {}

  /** Defensive copy. */
  public MediaPlaylist {
    segments = List.copyOf(segments);
  }

  /**
   * The playlist of {@code track}.
   *
   * @param targetSeconds {@link SegmentTimes#targetSeconds} of the title
   */
  public static MediaPlaylist of(Track track, long targetSeconds) {
    if (track instanceof ImageTrack images) {
      return ofImages(images, targetSeconds);
    }
    boolean files = track instanceof TextTrack text && text.format() == TextFormat.WEBVTT;
    List<BigDecimal> durations = SegmentTimes.durations(track);
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < durations.size(); i++) {
      int number = track.segments().get(i).number();
      String name =
          files ? StorageLayout.textSegmentName(number) : StorageLayout.segmentName(number);
      segments.add(new Segment(durations.get(i), Optional.empty(), Optional.empty(), name));
    }
    Optional<String> map = files ? Optional.empty() : Optional.of(StorageLayout.INIT);
    return new MediaPlaylist(Content.MEDIA, targetSeconds, map, segments);
  }

  private static MediaPlaylist ofImages(ImageTrack track, long targetSeconds) {
    List<BigDecimal> durations = SegmentTimes.durations(track);
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < durations.size(); i++) {
      String name = StorageLayout.tileName(track.segments().get(i).number());
      Optional<Tiles> tiles = Optional.of(Tiles.of(track));
      segments.add(new Segment(durations.get(i), Optional.empty(), tiles, name));
    }
    return new MediaPlaylist(Content.IMAGES, targetSeconds, Optional.empty(), segments);
  }

  /** The playlist of the key pictures of {@code track}, which are byte ranges of its segments. */
  public static MediaPlaylist ofKeyPictures(VideoTrack track, long targetSeconds) {
    KeyPictures keys = KeyPictures.of(track);
    List<BigDecimal> durations = SegmentTimes.durations(keys.track());
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < durations.size(); i++) {
      KeyPictures.Place place = keys.pictures().get(i);
      String range = place.sizeBytes() + "@" + place.offsetBytes();
      segments.add(
          new Segment(
              durations.get(i),
              Optional.of(range),
              Optional.empty(),
              StorageLayout.segmentName(place.segment())));
    }
    return new MediaPlaylist(
        Content.I_FRAMES, targetSeconds, Optional.of(StorageLayout.INIT), segments);
  }

  /** Whether HLS has a use for {@code track}: WebVTT in boxes is for DASH alone. */
  public static boolean plays(Track track) {
    return !(track instanceof TextTrack text) || text.format().inHls();
  }

  /** The playlist's text. */
  public String text() {
    PlaylistText text = new PlaylistText();
    for (MediaPlaylistTag tag : MediaPlaylistTag.values()) {
      tag.write(this, text);
    }
    return text.toString();
  }
}
