package dev.reelway.transcode;

import dev.reelway.contracts.master.Loudness;
import dev.reelway.contracts.title.ImageTrack;
import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.work.EncodedTrackPart.Quality;
import dev.reelway.contracts.work.PackagedSegments;
import dev.reelway.contracts.work.PublishedPart;
import dev.reelway.contracts.work.SegmentEntry;
import java.util.List;
import java.util.Optional;

/**
 * A track that lies in storage as a whole.
 *
 * @param track as it was published
 * @param initSha256 hash of its init segment
 * @param quality of its sampled frames
 * @param loudness of a sound track
 * @param damage what was bridged in the master of its version
 */
record PublishedTrack(
    Track track,
    String initSha256,
    Optional<Quality> quality,
    Optional<Loudness.Applied> loudness,
    List<String> damage) {

  /** Whether its segments are tiles of images. */
  boolean isThumbnails() {
    return track instanceof ImageTrack;
  }

  /** The share of the task that covers {@code count} segments from {@code first} on, from 0. */
  PublishedPart part(int first, int count) {
    List<SegmentEntry> segments =
        track.segments().stream()
            .filter(segment -> segment.number() > first && segment.number() <= first + count)
            .toList();
    return new PublishedPart(
        new PackagedSegments(track.id(), initSha256, track.codec(), segments),
        first == 0 ? quality : Optional.empty(),
        first == 0 ? loudness : Optional.empty(),
        first == 0 ? damage : List.of());
  }
}
