package dev.reelway.contracts.master;

import dev.reelway.contracts.time.Rational;
import java.util.Optional;

/**
 * One sound track of a master.
 *
 * @param file number of the file, see {@link SourceFiles}
 * @param index stream number in the container
 * @param codec FFmpeg's codec name, such as {@code aac}
 * @param sampleRate in Hz
 * @param channels number of channels
 * @param channelLayout FFmpeg's layout name, such as {@code stereo} or {@code 5.1(side)}
 * @param language ISO 639-2 code, {@code und} when the container does not say
 * @param name the track's name in the container, may be empty
 * @param role what it is for
 * @param isDefault whether the container marks it as the default
 * @param timeBase seconds per tick of the time stamps below
 * @param firstTicks presentation time of the first packet
 * @param endTicks end of the last packet
 * @param bitsPerSecond average rate
 * @param loudness as measured, absent if it was not
 */
public record AudioStream(
    int file,
    int index,
    String codec,
    int sampleRate,
    int channels,
    String channelLayout,
    String language,
    String name,
    TrackRole role,
    boolean isDefault,
    Rational timeBase,
    long firstTicks,
    long endTicks,
    long bitsPerSecond,
    Optional<Loudness> loudness) {

  /** The same, meant for others. */
  public AudioStream tagged(String otherLanguage, String otherName, TrackRole otherRole) {
    return new AudioStream(
        file,
        index,
        codec,
        sampleRate,
        channels,
        channelLayout,
        otherLanguage,
        otherName,
        otherRole,
        isDefault,
        timeBase,
        firstTicks,
        endTicks,
        bitsPerSecond,
        loudness);
  }

  /** When its first packet is heard, on its file's clock. */
  public Rational startSeconds() {
    return timeBase.times(firstTicks);
  }

  /** When its last packet ends, on its file's clock. */
  public Rational endSeconds() {
    return timeBase.times(endTicks);
  }
}
