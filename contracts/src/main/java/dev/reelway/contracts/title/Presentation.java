package dev.reelway.contracts.title;

import dev.reelway.contracts.time.MediaTime;
import java.util.List;

/**
 * The tracks of a title and their segment indexes, ready for manifests.
 *
 * @param duration of the title
 * @param video renditions from the highest to the lowest, may be empty
 * @param audio renditions, the default one first, may be empty
 * @param text renditions, may be empty
 */
public record Presentation(
    MediaTime duration, List<VideoTrack> video, List<AudioTrack> audio, List<TextTrack> text) {

  /** Defensive copies. */
  public Presentation {
    video = List.copyOf(video);
    audio = List.copyOf(audio);
    text = List.copyOf(text);
  }
}
