package dev.reelway.contracts.plan;

/** Codecs that a rung can be encoded with. */
public enum VideoCodec {
  /** H.264 / AVC by x264. */
  H264
}
