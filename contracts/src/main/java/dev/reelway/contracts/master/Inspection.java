package dev.reelway.contracts.master;

import dev.reelway.contracts.time.Rational;
import java.util.List;
import java.util.Optional;

/**
 * What a master really holds.
 *
 * @param schema version of this record's JSON form
 * @param master the inspected file
 * @param sidecars the files beside it; the first is file 1
 * @param container FFmpeg's name of the container format
 * @param durationSeconds how long the title will be
 * @param originSeconds the instant of the container's clock that becomes t = 0 of the title
 * @param clock how the container's clock is made even; all times below are on the even one
 * @param video the main picture, absent for an audio title
 * @param audio all usable sound tracks, those of the master first, in container order
 * @param text all usable text tracks, those of the master first, in container order
 * @param others streams that are left out
 * @param findings what people should know, in plain words
 */
public record Inspection(
    int schema,
    Master master,
    List<Master> sidecars,
    String container,
    Rational durationSeconds,
    Rational originSeconds,
    ClockMap clock,
    Optional<VideoStream> video,
    List<AudioStream> audio,
    List<TextStream> text,
    List<OtherStream> others,
    List<Finding> findings) {

  /** The current JSON form. */
  public static final int SCHEMA = 1;

  /** The file with this number, see {@link SourceFiles}. */
  public Master file(int number) {
    return number == SourceFiles.MASTER ? master : sidecars.get(number - 1);
  }

  /**
   * The instant of a file's own clock that becomes t = 0: a file beside the master starts with the
   * title, whatever its clock says.
   */
  public Rational originOf(int number) {
    return number == SourceFiles.MASTER
        ? originSeconds
        : audio.stream()
            .filter(stream -> stream.file() == number)
            .map(AudioStream::startSeconds)
            .min(Rational::compareTo)
            .orElse(Rational.ZERO);
  }

  /** How the clock of a file is made even; files beside the master are taken as they are. */
  public ClockMap clockOf(int number) {
    return number == SourceFiles.MASTER ? clock : ClockMap.EVEN;
  }

  /** The same with other sound and text tracks. */
  public Inspection withTracks(List<AudioStream> otherAudio, List<TextStream> otherText) {
    return new Inspection(
        schema,
        master,
        sidecars,
        container,
        durationSeconds,
        originSeconds,
        clock,
        video,
        otherAudio,
        otherText,
        others,
        findings);
  }

  /** The same with other findings. */
  public Inspection withFindings(List<Finding> other) {
    return new Inspection(
        schema,
        master,
        sidecars,
        container,
        durationSeconds,
        originSeconds,
        clock,
        video,
        audio,
        text,
        others,
        other);
  }

  /** Defensive copies. */
  public Inspection {
    sidecars = List.copyOf(sidecars);
    audio = List.copyOf(audio);
    text = List.copyOf(text);
    others = List.copyOf(others);
    findings = List.copyOf(findings);
  }
}
