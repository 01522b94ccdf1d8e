package dev.reelway.ingest.accept;

import dev.reelway.contracts.master.StreamTags;
import dev.reelway.contracts.master.TrackRole;
import java.util.Optional;

/**
 * What a submission says about one stream of the master, against its container.
 *
 * @param stream stream number in the container
 * @param language BCP 47 tag or ISO 639-2 code
 * @param role what the stream is for
 * @param name for people
 */
public record StreamForm(
    int stream, Optional<String> language, Optional<TrackRole> role, Optional<String> name) {

  StreamTags tags() {
    return new StreamTags(stream, language, role, name);
  }
}
