package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.Accepted;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.upload.Completion;
import dev.reelway.ingest.accept.upload.MultipartPlace;
import dev.reelway.ingest.accept.upload.UploadForm;
import dev.reelway.ingest.accept.upload.UploadPlace;
import dev.reelway.ingest.accept.upload.UploadPlace.Part;
import dev.reelway.ingest.accept.upload.UploadPurpose;
import dev.reelway.ingest.accept.upload.UploadRecord;
import dev.reelway.ingest.accept.upload.UploadRefusal;
import dev.reelway.ingest.accept.upload.Uploads;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Uploads: announce, look, parts, complete, give up. */
final class UploadRoutes {

  private static final int MOST_PARTS = 10_000;
  private static final int MOST_URLS = 1_000;

  private final Uploads uploads;
  private final TitleFinder titles;

  UploadRoutes(Uploads uploads, TitleWork work) {
    this.uploads = uploads;
    this.titles = new TitleFinder(work);
  }

  void addTo(RouteList routes) {
    routes.write(HandlerType.POST, "/uploads", "createUpload", Role.EDITOR, this::create);
    routes.read("/uploads/{id}", "getUpload", Role.EDITOR, this::get);
    routes.write(HandlerType.DELETE, "/uploads/{id}", "deleteUpload", Role.EDITOR, this::delete);
    routes.add(HandlerType.POST, "/uploads/{id}/parts", "presignParts", Role.EDITOR, this::presign);
    routes.write(
        HandlerType.POST, "/uploads/{id}/complete", "completeUpload", Role.EDITOR, this::complete);
  }

  /**
   * An upload.
   *
   * @param uploadId names it
   * @param kind {@code tus} or {@code multipart}
   * @param url what to PATCH (tus) or to POST part numbers to, relative to the server
   * @param partSizeBytes size of every part but the last; 0 for tus
   * @param titleId the title that it becomes, or below whose masters a sidecar lies
   * @param purpose what becomes of it
   * @param fileName as announced
   * @param sizeBytes as announced
   * @param receivedBytes what has come
   * @param parts which have come, for multipart
   * @param complete whether the title was submitted, or the sidecar has its address
   * @param source address of a complete sidecar
   */
  record UploadDocument(
      String uploadId,
      String kind,
      String url,
      long partSizeBytes,
      String titleId,
      UploadPurpose purpose,
      String fileName,
      long sizeBytes,
      long receivedBytes,
      List<Part> parts,
      boolean complete,
      Optional<String> source) {}

  private void create(Call call) {
    UploadRecord upload = uploads.open(call.body(UploadForm.class), call.who());
    call.about(upload.uploadId(), upload.tenant());
    call.context().header("Location", RouteList.BASE + "/uploads/" + upload.uploadId());
    call.answer(201, document(upload, new UploadPlace.Received(0, List.of())));
  }

  private void get(Call call) {
    UploadRecord upload = find(call);
    call.answer(200, document(upload, uploads.place().received(upload)));
  }

  private void delete(Call call) {
    uploads.discard(find(call));
    call.done();
  }

  /** Numbers of the parts to put next. */
  record PartsForm(Optional<List<Integer>> numbers) {}

  /** Where to put each part, by its number; each works for an hour. */
  record PartUrls(Map<String, URI> urls) {}

  private void presign(Call call) {
    UploadRecord upload = find(call);
    List<Integer> numbers = call.body(PartsForm.class).numbers().orElse(List.of());
    if (numbers.isEmpty() || numbers.size() > MOST_URLS) {
      throw Refusal.of(
          ProblemKind.REQUEST_INVALID,
          "The field 'numbers' has %d entries; write 1 to %d."
              .formatted(numbers.size(), MOST_URLS));
    }
    if (!(uploads.place() instanceof MultipartPlace place)) {
      throw new UploadRefusal(
          UploadRefusal.Reason.OTHER_KIND, "This upload is of the kind tus: PATCH its url.");
    }
    call.answer(200, new PartUrls(place.urls(upload, numbers)));
  }

  /** The parts as the store answered; left out for tus. */
  record CompleteForm(Optional<List<PartForm>> parts) {
    static final CompleteForm EMPTY = new CompleteForm(Optional.empty());
  }

  /** A part that was put. */
  record PartForm(Optional<Integer> number, Optional<String> etag) {
    Part part() {
      return new Part(
          number.orElseThrow(() -> missing("number")), etag.orElseThrow(() -> missing("etag")));
    }

    private static Refusal missing(String field) {
      return Refusal.of(
          ProblemKind.REQUEST_INVALID, "A part has no field '" + field + "'; write it.");
    }
  }

  private void complete(Call call) {
    UploadRecord upload = find(call);
    List<PartForm> parts =
        call.bodyOr(CompleteForm.class, CompleteForm.EMPTY).parts().orElse(List.of());
    if (parts.size() > MOST_PARTS) {
      throw Refusal.of(ProblemKind.REQUEST_INVALID, "There are at most 10000 parts.");
    }
    Completion completion =
        uploads.complete(upload, parts.stream().map(PartForm::part).toList(), call.who());
    if (completion.accepted().isEmpty()) {
      UploadRecord whole = completion.upload();
      call.answer(200, document(whole, uploads.place().received(whole)));
      return;
    }
    Accepted accepted = completion.accepted().get();
    call.about(accepted.request().titleId(), upload.tenant());
    call.answer(
        accepted.created() ? 201 : 200,
        titles.document(
            titles
                .find(accepted.request().titleId())
                .orElseGet(() -> TitleDocument.accepted(accepted.request()))));
  }

  private UploadRecord find(Call call) {
    UploadRecord upload = uploads.find(call.path("id"), call.who());
    call.about(upload.uploadId(), upload.tenant());
    return upload;
  }

  private UploadDocument document(UploadRecord upload, UploadPlace.Received received) {
    String kind = uploads.place().kind();
    String last = kind.equals("tus") ? "/tus" : "/parts";
    return new UploadDocument(
        upload.uploadId(),
        kind,
        RouteList.BASE + "/uploads/" + upload.uploadId() + last,
        upload.partSizeBytes(),
        upload.titleId(),
        upload.purpose().orElse(UploadPurpose.MASTER),
        upload.fileName(),
        upload.sizeBytes(),
        received.bytes(),
        received.parts(),
        upload.complete(),
        upload.source());
  }
}
