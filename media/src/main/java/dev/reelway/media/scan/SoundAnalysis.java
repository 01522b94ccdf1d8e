package dev.reelway.media.scan;

import dev.reelway.contracts.master.Loudness;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a decoded sound track has shown.
 *
 * @param stream stream number in the container
 * @param loudness absent if nothing could be decoded
 * @param channels in the track's order
 * @param phase mean correlation of the two sides where both are heard, from -1 (one is the other
 *     upside down) to 1; absent for other layouts
 * @param silence where no channel is heard, of any length
 * @param clipped where peaks are cut flat
 * @param damage where packets cannot be decoded
 */
public record SoundAnalysis(
    int stream,
    Optional<Loudness> loudness,
    List<Channel> channels,
    OptionalDouble phase,
    List<Stretch> silence,
    List<Stretch> clipped,
    List<Stretch> damage) {

  /** Defensive copies. */
  public SoundAnalysis {
    channels = List.copyOf(channels);
    silence = List.copyOf(silence);
    clipped = List.copyOf(clipped);
    damage = List.copyOf(damage);
  }

  /**
   * Levels of one channel over the whole track, in dB relative to full scale.
   *
   * @param peak highest sample
   * @param rms root of the mean square
   * @param offset mean of all samples, from -1 to 1
   */
  public record Channel(double peak, double rms, double offset) {}
}
