package dev.reelway.contracts.plan;

/** Codecs that a rung can be encoded with. */
public enum VideoCodec {
  /** H.264 / AVC by x264, always eight bits. */
  H264,
  /** H.265 / HEVC by x265. */
  HEVC,
  /** AV1 by SVT-AV1. */
  AV1
}
