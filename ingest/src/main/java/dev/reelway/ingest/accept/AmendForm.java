package dev.reelway.ingest.accept;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be changed of a title that is there; what is absent stays.
 *
 * @param name for people
 * @param metadata entries to set, or with {@code null} to remove
 * @param profile name of a profile of the server
 * @param ladder YAML of a ladder file, instead of a profile
 * @param streams corrections of streams of the master; what an entry leaves out stays
 */
public record AmendForm(
    Optional<String> name,
    Optional<Map<String, String>> metadata,
    Optional<String> profile,
    Optional<String> ladder,
    Optional<List<StreamForm>> streams) {

  /** Defensive copy. */
  public AmendForm {
    streams = streams.map(List::copyOf);
  }

  /** Whether it changes what is planned, and not only what people read. */
  public boolean isCorrection() {
    return profile.isPresent() || ladder.isPresent() || streams.isPresent();
  }

  /** The same as a submission would say it. */
  SubmitForm asSubmission(Map<String, String> allMetadata) {
    SubmitForm base = SubmitForm.EMPTY;
    return new SubmitForm(
        base.id(),
        name,
        base.source(),
        base.etag(),
        profile,
        ladder,
        base.priority(),
        base.start(),
        base.publish(),
        base.publishAt(),
        base.unpublishAt(),
        base.tolerateDamage(),
        base.videoStream(),
        streams,
        base.sidecars(),
        base.thorough(),
        Optional.of(allMetadata),
        base.tenant());
  }
}
