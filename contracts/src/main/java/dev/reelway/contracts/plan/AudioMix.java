package dev.reelway.contracts.plan;

import java.util.List;

/**
 * How the channels of source streams become those of a rendition: every output channel is a sum of
 * input channels, each times a gain.
 *
 * <pre>
 *   input 0: stream 1, FL FR FC LFE SL SR          row 0 (left)  1 0 0.71 0 0.71 0
 *                                                  row 1 (right) 0 1 0.71 0 0 0.71
 * </pre>
 *
 * @param inputs streams of one file, their channels numbered through
 * @param rows for each output channel the gain of every input channel; output channels are in
 *     FFmpeg's order, which for surround is front left and right, centre, bass, back, sides
 */
public record AudioMix(List<Input> inputs, List<List<Double>> rows) {

  /**
   * A source stream.
   *
   * @param stream its number in the container
   * @param speakers what its channels are for, by FFmpeg's names such as {@code FL}
   */
  public record Input(int stream, List<String> speakers) {

    /** Defensive copy. */
    public Input {
      speakers = List.copyOf(speakers);
    }
  }

  /** Defensive copies; every row must have a gain for every input channel. */
  public AudioMix {
    inputs = List.copyOf(inputs);
    rows = rows.stream().map(List::copyOf).toList();
    int channels = inputs.stream().mapToInt(input -> input.speakers().size()).sum();
    if (rows.stream().anyMatch(row -> row.size() != channels)) {
      throw new IllegalArgumentException("a mix of " + channels + " channels needs as many gains");
    }
  }

  /** One stream, unchanged. */
  public static AudioMix unchanged(int stream, String... speakers) {
    List<List<Double>> rows = new java.util.ArrayList<>();
    for (int i = 0; i < speakers.length; i++) {
      Double[] row = new Double[speakers.length];
      java.util.Arrays.fill(row, 0.0);
      row[i] = 1.0;
      rows.add(List.of(row));
    }
    return new AudioMix(List.of(new Input(stream, List.of(speakers))), rows);
  }

  /** How many channels come out. */
  public int channels() {
    return rows.size();
  }

  /** Whether an output channel can be louder than full scale though no input channel is. */
  public boolean canClip() {
    // A tolerance, because gains such as the square root of one half are rounded.
    return rows.stream().anyMatch(row -> row.stream().mapToDouble(Math::abs).sum() > 1 + 1e-6);
  }
}
