package dev.reelway.contracts.master;

import java.util.Optional;

/**
 * What a submitter says about a sound or text stream of the master, against its container.
 *
 * @param stream stream number in the container
 * @param language BCP 47 tag or ISO 639-2 code
 * @param role what it is for
 * @param name for people
 */
public record StreamTags(
    int stream, Optional<String> language, Optional<TrackRole> role, Optional<String> name) {

  /** The same where {@code correction} says nothing. */
  public StreamTags corrected(StreamTags correction) {
    return new StreamTags(
        stream,
        correction.language().or(() -> language),
        correction.role().or(() -> role),
        correction.name().or(() -> name));
  }
}
