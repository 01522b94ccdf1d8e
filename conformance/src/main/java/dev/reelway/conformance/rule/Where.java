package dev.reelway.conformance.rule;

import dev.reelway.contracts.time.MediaTime;
import java.util.Optional;

/**
 * The place of a finding.
 *
 * @param track what repeated findings are counted for: a track's or manifest's name
 * @param file path of the file
 * @param segment position of the segment in its track, from 1
 * @param time in the title
 */
public record Where(
    String track, String file, Optional<Integer> segment, Optional<MediaTime> time) {

  /** A file as a whole, such as a manifest. */
  public static Where file(String path) {
    return new Where(path, path, Optional.empty(), Optional.empty());
  }

  /** A track as a whole. */
  public static Where track(String track, String path) {
    return new Where(track, path, Optional.empty(), Optional.empty());
  }

  /** A segment of a track. */
  public static Where segment(String track, String path, int number, MediaTime time) {
    return new Where(track, path, Optional.of(number), Optional.of(time));
  }
}
