package dev.reelway.ingest.accept.upload;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.work.ContentHash;
import dev.reelway.ingest.accept.Acceptance;
import dev.reelway.ingest.accept.Accepted;
import dev.reelway.ingest.accept.FormRules;
import dev.reelway.ingest.accept.Requester;
import dev.reelway.ingest.accept.SubmitForm;
import dev.reelway.ingest.accept.upload.UploadRefusal.Reason;
import dev.reelway.platform.storage.ObjectStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Uploads from their announcement to the title that they become. */
public final class Uploads {

  private static final int LONGEST_FILE_NAME = 200;
  private static final int ID_BYTES = 16;
  private static final int TITLE_ID_DIGITS = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final UploadRecords records;
  private final UploadPlace place;
  private final Acceptance acceptance;
  private final UploadLimits limits;
  private final Clock clock;

  /**
   * @param store holds what is known of uploads
   * @param place takes their bytes
   * @param acceptance makes titles of them
   * @param limits what they may take
   * @param clock dates them
   */
  public Uploads(
      ObjectStore store,
      UploadPlace place,
      Acceptance acceptance,
      UploadLimits limits,
      Clock clock) {
    this.records = new UploadRecords(store);
    this.place = place;
    this.acceptance = acceptance;
    this.limits = limits;
    this.clock = clock;
  }

  /** Where the bytes go. */
  public UploadPlace place() {
    return place;
  }

  /** The largest upload, in bytes. */
  public long largestBytes() {
    return limits.largestBytes();
  }

  /** Announces an upload. What is wrong with the title is told now, not after the last byte. */
  public UploadRecord open(UploadForm form, Requester who) {
    String fileName = form.fileName().orElseThrow(() -> missing("fileName"));
    FormRules.checkText("fileName", fileName, LONGEST_FILE_NAME);
    long sizeBytes = checkedSize(form.sizeBytes().orElseThrow(() -> missing("sizeBytes")));
    SubmitForm title = form.title().orElse(SubmitForm.EMPTY);
    UploadPurpose purpose = form.purpose().orElse(UploadPurpose.MASTER);
    if (purpose == UploadPurpose.SIDECAR) {
      checkSidecar(title, who);
    } else {
      checkMaster(title, who);
    }
    String tenant = who.seesAll() ? title.tenant().orElse(Requester.DEFAULT_TENANT) : who.tenant();
    checkOpen(tenant);
    UploadRecord upload = place.open(record(fileName, sizeBytes, purpose, title, tenant));
    records.put(upload);
    return upload;
  }

  /** An upload of the requester. */
  public UploadRecord find(String uploadId, Requester who) {
    return records
        .find(uploadId)
        .filter(upload -> who.sees(upload.tenant()))
        .orElseThrow(() -> new UploadRefusal(Reason.UNKNOWN, "There is no such upload."));
  }

  /**
   * Makes the title of a whole upload, or gives a sidecar its address; doing it again gives the
   * same.
   */
  public Completion complete(UploadRecord upload, List<UploadPlace.Part> parts, Requester who) {
    if (upload.complete()) {
      return new Completion(
          upload, upload.isSidecar() ? Optional.empty() : Optional.of(made(upload)));
    }
    String source = place.finish(upload, parts);
    Optional<Accepted> accepted =
        upload.isSidecar()
            ? Optional.empty()
            : Optional.of(
                acceptance.submit(upload.submission(source), Optional.of(upload.fileName()), who));
    UploadRecord whole =
        upload.completed(upload.isSidecar() ? Optional.of(source) : Optional.empty());
    records.put(whole);
    return new Completion(whole, accepted);
  }

  private Accepted made(UploadRecord upload) {
    return acceptance
        .accepted(upload.titleId())
        .map(request -> new Accepted(request, false))
        .orElseThrow(() -> new UploadRefusal(Reason.OVER, "Its title was deleted."));
  }

  /** Gives an upload up. */
  public void discard(UploadRecord upload) {
    if (!upload.complete()) {
      place.discard(upload);
    }
    records.delete(upload.uploadId());
  }

  /** Uploads in which nothing moved since {@code before}. */
  public List<AbandonedUpload> abandoned(Instant before) {
    return records.list().stream()
        .map(this::abandoned)
        .filter(upload -> Instant.parse(upload.lastActivity()).isBefore(before))
        .toList();
  }

  /** Removes an upload, whoever's it is; one that is not there is fine. */
  public void remove(String uploadId) {
    records.find(uploadId).ifPresent(this::discard);
  }

  private AbandonedUpload abandoned(UploadRecord upload) {
    Instant opened = Instant.parse(upload.createdAt());
    Instant last =
        place
            .lastMillis(upload)
            .map(Instant::ofEpochMilli)
            .filter(at -> at.isAfter(opened))
            .orElse(opened);
    return new AbandonedUpload(
        upload.uploadId(), upload.tenant(), upload.titleId(), last.toString(), upload.complete());
  }

  private void checkMaster(SubmitForm title, Requester who) {
    if (title.source().isPresent() || title.etag().isPresent()) {
      throw invalid("The title of an upload has no source and no etag; leave them out.");
    }
    acceptance.check(title, who);
  }

  private void checkSidecar(SubmitForm title, Requester who) {
    SubmitForm known = SubmitForm.EMPTY.with(title.id(), title.tenant());
    if (!title.equals(known)) {
      throw invalid(
          "The title of a sidecar has an id at most; say the rest when you name the file.");
    }
    acceptance.checkOwn(title, who);
  }

  private UploadRecord record(
      String fileName, long sizeBytes, UploadPurpose purpose, SubmitForm title, String tenant) {
    byte[] random = new byte[ID_BYTES];
    RANDOM.nextBytes(random);
    String uploadId = HexFormat.of().formatHex(random);
    String titleId =
        title
            .id()
            .orElseGet(() -> ContentHash.ofParts("upload", uploadId).substring(0, TITLE_ID_DIGITS));
    SubmitForm named = title.name().isPresent() ? title : title.withName(fileName);
    return new UploadRecord(
        UploadRecord.SCHEMA,
        uploadId,
        titleId,
        tenant,
        fileName,
        sizeBytes,
        Optional.of(purpose),
        named,
        clock.instant().toString(),
        "",
        0,
        false,
        Optional.empty());
  }

  private void checkOpen(String tenant) {
    long open =
        records.list().stream()
            .filter(upload -> upload.tenant().equals(tenant) && !upload.complete())
            .count();
    if (open >= limits.openPerTenant()) {
      throw new UploadRefusal(
          Reason.TOO_MANY,
          "%d uploads are under way, which is as many as may be; finish or delete one."
              .formatted(open));
    }
  }

  private long checkedSize(long sizeBytes) {
    if (sizeBytes < 1) {
      throw invalid("The field 'sizeBytes' is less than 1; an empty file is no master.");
    }
    if (sizeBytes > limits.largestBytes()) {
      throw new UploadRefusal(
          Reason.TOO_LONG,
          "The file has %d bytes; at most %d are taken."
              .formatted(sizeBytes, limits.largestBytes()));
    }
    return sizeBytes;
  }

  private static ReelwayException missing(String field) {
    return invalid("The field '" + field + "' is missing.");
  }

  private static ReelwayException invalid(String message) {
    return new ReelwayException(FailureKind.REQUEST_INVALID, message);
  }
}
