package dev.reelway.ingest.accept;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.reelway.contracts.fleet.Lane;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A wish as it comes in: the JSON of {@code POST /titles}, of a sidecar file and of a record of the
 * ingest topic. Unknown fields are refused by {@link StrictJson}.
 *
 * @param id the title's id: 1 to 64 of {@code a-z 0-9 -}; made from the master if absent
 * @param name for people; the master's file name if absent
 * @param source address of the master: {@code s3://bucket/key}, or {@code file:///path} where the
 *     server allows it
 * @param etag the etag that the master must have, as a check
 * @param profile name of a profile of the server; {@code default} if absent
 * @param ladder YAML of a ladder file, instead of a profile
 * @param priority how urgent
 * @param start whether the planned title waits for a person
 * @param publish whether the finished title waits for a person
 * @param publishAt when to publish, ISO 8601
 * @param unpublishAt when to take it off, ISO 8601
 * @param tolerateDamage whether damaged stretches of the master are bridged
 * @param videoStream which picture of the container; chosen by rule if absent
 * @param streams what the container says wrongly, or not at all, about its streams
 * @param sidecars sound and subtitle files beside the master
 * @param thorough whether every picture of the master is looked at, whatever it costs
 * @param metadata free for the submitter
 * @param tenant whose title it is; only those who see all tenants may name another than their own
 */
public record SubmitForm(
    Optional<String> id,
    Optional<String> name,
    Optional<String> source,
    Optional<String> etag,
    Optional<String> profile,
    Optional<String> ladder,
    Optional<Lane> priority,
    Optional<Mode> start,
    Optional<Mode> publish,
    Optional<String> publishAt,
    Optional<String> unpublishAt,
    Optional<Boolean> tolerateDamage,
    Optional<Integer> videoStream,
    Optional<List<StreamForm>> streams,
    Optional<List<SidecarForm>> sidecars,
    Optional<Boolean> thorough,
    Optional<Map<String, String>> metadata,
    Optional<String> tenant) {

  /** Whether a step happens by itself or waits for a person. */
  public enum Mode {
    /** By itself. */
    @JsonProperty("auto")
    AUTO,
    /** By a person. */
    @JsonProperty("manual")
    MANUAL
  }

  /** A form that says nothing. */
  public static final SubmitForm EMPTY =
      new SubmitForm(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Defensive copies. */
  public SubmitForm {
    streams = streams.map(List::copyOf);
    sidecars = sidecars.map(List::copyOf);
    metadata = metadata.map(Map::copyOf);
  }

  /** Just a master, everything else as usual. */
  public static SubmitForm of(String source) {
    return EMPTY.withSource(source);
  }

  /** The same for another master. */
  public SubmitForm withSource(String address) {
    return with(id, name, Optional.of(address), etag, tenant);
  }

  /** The same for a master that must have an etag. */
  public SubmitForm withEtag(String expected) {
    return with(id, name, source, Optional.of(expected), tenant);
  }

  /** The same under an id. */
  public SubmitForm withId(String titleId) {
    return with(Optional.of(titleId), name, source, etag, tenant);
  }

  /** The same with a name for people. */
  public SubmitForm withName(String label) {
    return with(id, Optional.of(label), source, etag, tenant);
  }

  /** The same for a tenant. */
  public SubmitForm withTenant(String owner) {
    return with(id, name, source, etag, Optional.of(owner));
  }

  /** The same in other qualities; at most one of the two may be there. */
  SubmitForm encodedAs(Optional<String> profileName, Optional<String> yaml) {
    return new SubmitForm(
        id,
        name,
        source,
        etag,
        profileName,
        yaml,
        priority,
        start,
        publish,
        publishAt,
        unpublishAt,
        tolerateDamage,
        videoStream,
        streams,
        sidecars,
        thorough,
        metadata,
        tenant);
  }

  /** The same under an id and for a tenant, or without. */
  public SubmitForm with(Optional<String> titleId, Optional<String> owner) {
    return with(titleId, name, source, etag, owner);
  }

  private SubmitForm with(
      Optional<String> titleId,
      Optional<String> label,
      Optional<String> address,
      Optional<String> expected,
      Optional<String> owner) {
    return new SubmitForm(
        titleId,
        label,
        address,
        expected,
        profile,
        ladder,
        priority,
        start,
        publish,
        publishAt,
        unpublishAt,
        tolerateDamage,
        videoStream,
        streams,
        sidecars,
        thorough,
        metadata,
        owner);
  }
}
