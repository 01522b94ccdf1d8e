package dev.reelway.contracts.fleet;

import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.work.ContentHash;
import java.util.Map;
import java.util.Optional;

/**
 * An accepted wish to make a (new version of a) title; kept in storage so that a title can be
 * rebuilt from it.
 *
 * @param schema version of this record's JSON form
 * @param titleId 1 to 64 of {@code a-z 0-9 -}
 * @param tenant whose title it is
 * @param name for people
 * @param master address of the master: {@code s3://bucket/key}, or {@code file:///path} where the
 *     server allows it
 * @param masterEtag the master's etag when it was submitted, empty if unknown: another one later is
 *     another master
 * @param profileName for people
 * @param ladder the profile's YAML as it was when submitted, so that nothing changes underneath
 * @param lane how urgent
 * @param awaitStart whether a person wants to see the plan before CPU is spent
 * @param awaitPublish whether the finished version waits for a person or a date to become public
 * @param publishAt when to publish, ISO 8601, with {@code awaitPublish}
 * @param unpublishAt when to take it off again, ISO 8601
 * @param options what the submitter says about the master and the files beside it
 * @param metadata free for the submitter, such as ids of other systems
 * @param requestedBy id of the key or the watch folder
 * @param requestedAt ISO 8601
 * @param fileName what the master was called before it was uploaded; else its address tells
 */
public record TitleRequest(
    int schema,
    String titleId,
    String tenant,
    String name,
    String master,
    String masterEtag,
    String profileName,
    String ladder,
    Lane lane,
    boolean awaitStart,
    boolean awaitPublish,
    Optional<String> publishAt,
    Optional<String> unpublishAt,
    SourceOptions options,
    Map<String, String> metadata,
    String requestedBy,
    String requestedAt,
    Optional<String> fileName) {

  /** The current JSON form. */
  public static final int SCHEMA = 1;

  private static final int ID_DIGITS = 20;

  /** Defensive copy; requests of earlier programs tell no file's name. */
  public TitleRequest {
    metadata = Map.copyOf(metadata);
    fileName = fileName == null ? Optional.empty() : fileName;
  }

  /** A wish for a master whose address tells its name. */
  public TitleRequest(
      int schema,
      String titleId,
      String tenant,
      String name,
      String master,
      String masterEtag,
      String profileName,
      String ladder,
      Lane lane,
      boolean awaitStart,
      boolean awaitPublish,
      Optional<String> publishAt,
      Optional<String> unpublishAt,
      SourceOptions options,
      Map<String, String> metadata,
      String requestedBy,
      String requestedAt) {
    this(
        schema,
        titleId,
        tenant,
        name,
        master,
        masterEtag,
        profileName,
        ladder,
        lane,
        awaitStart,
        awaitPublish,
        publishAt,
        unpublishAt,
        options,
        metadata,
        requestedBy,
        requestedAt,
        Optional.empty());
  }

  /** The master's own name, for people. */
  public String masterName() {
    return fileName.orElseGet(() -> lastPart(master));
  }

  static String lastPart(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  /** The same wish for a master that was uploaded from a file of this name. */
  public TitleRequest uploadedFrom(Optional<String> file) {
    return told(name, metadata, publishAt, unpublishAt, file);
  }

  /** The same wish with what was said of the title since. */
  public TitleRequest toldAs(TitleStatus status) {
    return told(
        status.name(), status.metadata(), status.publishAt(), status.unpublishAt(), fileName);
  }

  /** The same wish for a title that is called something else. */
  public TitleRequest described(String otherName, Map<String, String> otherMetadata) {
    return told(otherName, otherMetadata, publishAt, unpublishAt, fileName);
  }

  /** The same wish with other dates. */
  public TitleRequest withDates(Optional<String> on, Optional<String> off) {
    return told(name, metadata, on, off, fileName);
  }

  private TitleRequest told(
      String otherName,
      Map<String, String> otherMetadata,
      Optional<String> on,
      Optional<String> off,
      Optional<String> file) {
    return new TitleRequest(
        schema,
        titleId,
        tenant,
        otherName,
        master,
        masterEtag,
        profileName,
        ladder,
        lane,
        awaitStart,
        awaitPublish,
        on,
        off,
        options,
        otherMetadata,
        requestedBy,
        requestedAt,
        file);
  }

  /** The title that a master and profile make when the submitter names none: always the same. */
  public static String idOf(String tenant, String master, String masterEtag, String profileName) {
    return ContentHash.ofParts("title", tenant, master, masterEtag, profileName)
        .substring(0, ID_DIGITS);
  }

  /** Names the wish: the same for two requests that want the same; who and when are no part. */
  public String requestId() {
    return ContentHash.ofParts(tenant, master, masterEtag, profileName, ladder, options)
        .substring(0, ID_DIGITS);
  }
}
