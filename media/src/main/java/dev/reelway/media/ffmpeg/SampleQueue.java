package dev.reelway.media.ffmpeg;

import java.util.Arrays;

/** Samples of several channels that wait to be mixed. */
final class SampleQueue {

  private final float[][] channels;
  private int start;
  private int size;

  SampleQueue(int channels) {
    this.channels = new float[channels][4096];
  }

  int size() {
    return size;
  }

  /** Room for {@code length} more samples in {@link #channel}, from {@link #end} on. */
  void extend(int length) {
    int needed = start + size + length;
    if (needed > channels[0].length) {
      int capacity = Math.max(channels[0].length, 2 * (size + length));
      for (int i = 0; i < channels.length; i++) {
        float[] larger = new float[capacity];
        System.arraycopy(channels[i], start, larger, 0, size);
        channels[i] = larger;
      }
      start = 0;
    }
    size += length;
  }

  /** Adds silence. */
  void addSilence(int length) {
    extend(length);
    for (float[] channel : channels) {
      Arrays.fill(channel, end() - length, end(), 0);
    }
  }

  /** The array that holds channel {@code index}; its first waiting sample is at {@link #start}. */
  float[] channel(int index) {
    return channels[index];
  }

  int start() {
    return start;
  }

  int end() {
    return start + size;
  }

  /** Drops the first {@code length} samples. */
  void remove(int length) {
    start += length;
    size -= length;
  }

  /** Of the last {@code length} samples, drops the first {@code count}. */
  void shorten(int length, int count) {
    int from = end() - length;
    for (float[] channel : channels) {
      System.arraycopy(channel, from + count, channel, from, length - count);
    }
    size -= count;
  }
}
