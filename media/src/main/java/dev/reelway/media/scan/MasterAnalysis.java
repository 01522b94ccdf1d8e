package dev.reelway.media.scan;

import java.util.List;
import java.util.Optional;

/**
 * What decoding a master has shown, without judgement. All times are seconds of the title.
 *
 * @param picture the picture, if there is one
 * @param sound the sound tracks in the order of the task
 */
public record MasterAnalysis(Optional<PictureAnalysis> picture, List<SoundAnalysis> sound) {

  /** Defensive copy. */
  public MasterAnalysis {
    sound = List.copyOf(sound);
  }

  /** The sound track with this stream number. */
  public Optional<SoundAnalysis> sound(int stream) {
    return sound.stream().filter(s -> s.stream() == stream).findFirst();
  }
}
