package dev.reelway.manifest;

import dev.reelway.contracts.title.VideoTrack;
import dev.reelway.contracts.work.KeyPicture;
import dev.reelway.contracts.work.SegmentEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * The pictures of a track that can be read alone, one after the other: each lasts until the next.
 *
 * @param track as it would be with nothing but these pictures: its segments are their byte ranges
 * @param pictures where each lies
 */
public record KeyPictures(VideoTrack track, List<Place> pictures) {

  /**
   * Where a picture lies.
   *
   * @param segment number of the segment, from 1
   * @param offsetBytes first byte in the segment
   * @param sizeBytes how many
   */
  public record Place(int segment, long offsetBytes, long sizeBytes) {}

  /** Defensive copy. */
  public KeyPictures {
    pictures = List.copyOf(pictures);
  }

  /** Whether anything is known of key pictures; of tracks of earlier programs it is not. */
  public static boolean has(VideoTrack track) {
    return track.segments().stream().noneMatch(segment -> segment.keyPictures().isEmpty());
  }

  /** The key pictures of {@code track}. */
  public static KeyPictures of(VideoTrack track) {
    List<Place> places = new ArrayList<>();
    List<KeyPicture> pictures = new ArrayList<>();
    for (SegmentEntry segment : track.segments()) {
      for (KeyPicture picture : segment.keyPictures()) {
        pictures.add(picture);
        places.add(new Place(segment.number(), picture.offsetBytes(), picture.sizeBytes()));
      }
    }
    SegmentEntry last = track.segments().get(track.segments().size() - 1);
    long endTicks = last.startTicks() + last.durationTicks();
    List<SegmentEntry> entries = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      long start = pictures.get(i).startTicks();
      long next = i + 1 < pictures.size() ? pictures.get(i + 1).startTicks() : endTicks;
      entries.add(new SegmentEntry(i + 1, start, next - start, pictures.get(i).sizeBytes()));
    }
    return new KeyPictures(
        new VideoTrack(
            track.id(),
            track.name(),
            track.codec(),
            track.timescale(),
            track.width(),
            track.height(),
            track.rate(),
            track.colour(),
            entries),
        places);
  }
}
