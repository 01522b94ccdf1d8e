package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.upload.Completion;
import dev.reelway.ingest.accept.upload.StagedUploads;
import dev.reelway.ingest.accept.upload.UploadRecord;
import dev.reelway.ingest.accept.upload.UploadRefusal;
import dev.reelway.ingest.accept.upload.UploadRefusal.Reason;
import dev.reelway.ingest.accept.upload.Uploads;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tus protocol 1.0.0: core, termination and checksum. Uploads are announced by {@code POST
 * /uploads}, not by the creation extension, because they carry a title.
 */
final class TusRoutes {

  private static final String VERSION = "1.0.0";
  private static final String MEDIA_TYPE = "application/offset+octet-stream";
  private static final String PATH = "/uploads/{id}/tus";

  private final Uploads uploads;

  TusRoutes(Uploads uploads) {
    this.uploads = uploads;
  }

  void addTo(RouteList routes) {
    routes.open(HandlerType.OPTIONS, RouteList.BASE + PATH, "tusOptions", this::options);
    routes.add(HandlerType.HEAD, PATH, "tusHead", Role.EDITOR, this::head);
    routes.add(HandlerType.PATCH, PATH, "tusPatch", Role.EDITOR, this::patch);
    routes.write(HandlerType.DELETE, PATH, "tusDelete", Role.EDITOR, this::delete);
    routes.add(HandlerType.POST, PATH, "tusOverride", Role.EDITOR, this::override);
  }

  private void options(Call call) {
    Context context = call.context();
    context.header("Tus-Resumable", VERSION);
    context.header("Tus-Version", VERSION);
    context.header("Tus-Extension", "termination,checksum");
    context.header("Tus-Checksum-Algorithm", TusChecksums.NAMES);
    context.header("Tus-Max-Size", Long.toString(uploads.largestBytes()));
    call.done();
  }

  private void head(Call call) {
    UploadRecord upload = begin(call);
    call.context().header("Cache-Control", "no-store");
    call.context().header("Upload-Length", Long.toString(upload.sizeBytes()));
    offset(call, uploads.place().received(upload).bytes());
    call.context().status(200);
  }

  private void patch(Call call) throws IOException {
    UploadRecord upload = begin(call);
    StagedUploads place = staged();
    String type = Optional.ofNullable(call.context().contentType()).orElse("");
    if (!type.equalsIgnoreCase(MEDIA_TYPE)) {
      throw Refusal.of(
          ProblemKind.UNSUPPORTED_MEDIA_TYPE, "The body must have the type " + MEDIA_TYPE + ".");
    }
    long offset = requestedOffset(call);
    if (upload.complete()) {
      throw new UploadRefusal(Reason.OVER, "The upload is whole already.");
    }
    long received = uploads.place().received(upload).bytes();
    // The last byte had come before, but not the title: an empty PATCH at the end makes it.
    boolean tail = offset == upload.sizeBytes() && received == offset;
    long now =
        tail
            ? received
            : place.append(
                upload,
                offset,
                call.context().req().getInputStream(),
                call.header("Upload-Checksum").map(TusChecksums::read));
    if (now == upload.sizeBytes()) {
      complete(call, upload);
    }
    offset(call, now);
    call.done();
  }

  private void complete(Call call, UploadRecord upload) {
    call.audit();
    Completion completion = uploads.complete(upload, List.of(), call.who());
    completion.upload().source().ifPresent(at -> call.context().header("Reelway-Source", at));
    completion
        .accepted()
        .map(accepted -> accepted.request().titleId())
        .ifPresent(
            title -> {
              call.about(title, upload.tenant());
              call.context().header("Reelway-Title", RouteList.BASE + "/titles/" + title);
            });
  }

  private void delete(Call call) {
    uploads.discard(begin(call));
    call.done();
  }

  /** For clients behind firewalls that know only GET and POST. */
  private void override(Call call) throws IOException {
    String method = call.header("X-HTTP-Method-Override").orElse("").toUpperCase(Locale.ROOT);
    switch (method) {
      case "PATCH" -> patch(call);
      case "DELETE" -> {
        call.audit();
        delete(call);
      }
      default ->
          throw Refusal.of(
              ProblemKind.METHOD_NOT_ALLOWED,
              "POST needs X-HTTP-Method-Override with PATCH or DELETE here.");
    }
  }

  private UploadRecord begin(Call call) {
    call.context().header("Tus-Resumable", VERSION);
    if (!call.header("Tus-Resumable").filter(VERSION::equals).isPresent()) {
      throw Refusal.of(
          ProblemKind.PRECONDITION_FAILED,
          "This server speaks tus " + VERSION + "; say so in Tus-Resumable.",
          Map.of("Tus-Version", VERSION));
    }
    staged();
    UploadRecord upload = uploads.find(call.path("id"), call.who());
    call.about(upload.uploadId(), upload.tenant());
    return upload;
  }

  private StagedUploads staged() {
    if (uploads.place() instanceof StagedUploads place) {
      return place;
    }
    throw new UploadRefusal(
        Reason.OTHER_KIND, "Uploads to this server go straight to the store, in parts.");
  }

  private static long requestedOffset(Call call) {
    String text = call.header("Upload-Offset").orElse("");
    if (!text.matches("[0-9]{1,18}")) {
      throw Refusal.of(
          ProblemKind.REQUEST_INVALID, "The header Upload-Offset is not a whole number.");
    }
    return Long.parseLong(text);
  }

  private static void offset(Call call, long bytes) {
    call.context().header("Upload-Offset", Long.toString(bytes));
  }
}
