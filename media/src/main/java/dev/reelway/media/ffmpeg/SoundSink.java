package dev.reelway.media.ffmpeg;

/** Takes sound as arrays of samples. */
@FunctionalInterface
interface SoundSink {

  /**
   * Takes the next samples; the arrays are the caller's and change after the call.
   *
   * @param channels one array per channel, values from -1 to 1
   * @param length how many samples of each array count
   */
  void accept(float[][] channels, int length);
}
