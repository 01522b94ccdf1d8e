package dev.reelway.ingest.plan;

import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.Languages;

/** Names of sounds for the menus of players. */
final class SoundNames {

  private SoundNames() {}

  /** The stream's own name, or its language and what it is for. */
  static String of(AudioStream stream) {
    if (!stream.name().isBlank()) {
      return stream.name().strip();
    }
    String language = Languages.displayName(stream.language());
    return switch (stream.role()) {
      case COMMENTARY -> language + " (commentary)";
      case DESCRIPTION -> language + " (audio description)";
      case MAIN, DUB, SDH, FORCED -> language;
    };
  }
}
