package dev.reelway.contracts.title;

import dev.reelway.contracts.time.MediaTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tracks of a title and their segment indexes, ready for manifests.
 *
 * @param duration of the title
 * @param video renditions from the highest to the lowest, may be empty
 * @param audio renditions, the default one first, may be empty
 * @param text renditions, may be empty
 * @param trickPlay renditions of key pictures alone for fast forward, may be empty
 * @param thumbnails images for scrubbing, may be absent
 * @param poster the picture that stands for the title, may be absent
 */
public record Presentation(
    MediaTime duration,
    List<VideoTrack> video,
    List<AudioTrack> audio,
    List<TextTrack> text,
    List<VideoTrack> trickPlay,
    Optional<ImageTrack> thumbnails,
    Optional<PosterTrack> poster) {

  /** A presentation with nothing for scrubbing. */
  public Presentation(
      MediaTime duration, List<VideoTrack> video, List<AudioTrack> audio, List<TextTrack> text) {
    this(duration, video, audio, text, List.of(), Optional.empty(), Optional.empty());
  }

  /** All tracks that cover the title. */
  public Stream<Track> tracks() {
    return Stream.of(
            video.stream(), audio.stream(), text.stream(), trickPlay.stream(), thumbnails.stream())
        .flatMap(some -> some);
  }

  /** Defensive copies; reports of earlier programs have nothing for scrubbing. */
  public Presentation {
    video = List.copyOf(video);
    audio = List.copyOf(audio);
    text = List.copyOf(text);
    trickPlay = trickPlay == null ? List.of() : List.copyOf(trickPlay);
  }
}
