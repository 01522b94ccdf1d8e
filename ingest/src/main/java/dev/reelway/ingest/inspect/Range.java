package dev.reelway.ingest.inspect;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.Master;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.time.Rational;
import java.util.List;

/**
 * What the title covers.
 *
 * @param origin the instant of the container's clock that becomes t = 0, in seconds
 * @param duration of the title in seconds
 */
record Range(Rational origin, Rational duration) {

  /** Longer titles are taken for broken time stamps. */
  private static final Rational LONGEST_SECONDS = Rational.of(24 * 3600);

  /**
   * Frames of the grid times a frame's duration, from the first frame on.
   *
   * @param delay how much later than they are meant the picture's time stamps are, in seconds
   */
  static Range ofPicture(VideoStream video, Rational delay) {
    return new Range(
        video.timeBase().times(origin(video)).minus(delay),
        video.rate().timeOf(video.frameMap().size()).seconds());
  }

  // Film that begins with half a picture begins with the first whole one.
  private static long origin(VideoStream video) {
    return video.pulldown().isPresent()
        ? video.frameMap().first()
        : video.presentationTimes().first();
  }

  /** From the earliest start to the latest end of any sound track. */
  static Range ofSound(List<AudioStream> audio) {
    Rational start =
        audio.stream().map(AudioStream::startSeconds).min(Rational::compareTo).orElseThrow();
    Rational end =
        audio.stream().map(AudioStream::endSeconds).max(Rational::compareTo).orElseThrow();
    return new Range(start, end.minus(start));
  }

  /** From {@code first} to {@code end}. */
  static Range ofTicks(Rational timeBase, long first, long end) {
    return new Range(timeBase.times(first), timeBase.times(end - first));
  }

  void refuseTooLong(Master master) {
    if (duration.compareTo(LONGEST_SECONDS) > 0) {
      throw new ReelwayException(
          FailureKind.MASTER_UNSUPPORTED,
          "'%s' would last %s, but a title may last at most 24 hours."
              .formatted(master.name(), MediaTime.timecode(duration)));
    }
  }
}
