package dev.reelway.contracts.work;

/** What a task encodes. */
public enum TaskKind {
  /** A chunk of the picture into all rungs. */
  VIDEO_CHUNK,
  /** A whole sound track. */
  AUDIO_TRACK,
  /** A whole text track. */
  TEXT_TRACK
}
