package dev.reelway.contracts.plan;

/**
 * Codecs that sound can be encoded with. Frame length and priming are what the engine's encoders
 * do; the engine checks them when it opens one.
 */
public enum AudioCodec {
  /** AAC-LC: plays everywhere. */
  AAC(1024, 1024),
  /** Dolby Digital, for receivers behind televisions. */
  AC3(1536, 256),
  /** Dolby Digital Plus, the same at a lower rate. */
  EAC3(1536, 256),
  /** Opus, in frames of 20 ms. */
  OPUS(960, 312);

  private final int frameSamples;
  private final int primingSamples;

  AudioCodec(int frameSamples, int primingSamples) {
    this.frameSamples = frameSamples;
    this.primingSamples = primingSamples;
  }

  /** Samples in one encoded frame. */
  public int frameSamples() {
    return frameSamples;
  }

  /** Samples that a decoder gives before the first real one. */
  public int primingSamples() {
    return primingSamples;
  }
}
