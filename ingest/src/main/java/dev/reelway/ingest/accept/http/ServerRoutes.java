package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.Acceptance;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.upload.Uploads;

/** What this server can do, for clients that have a choice. */
final class ServerRoutes {

  private final Acceptance acceptance;
  private final Uploads uploads;

  ServerRoutes(Acceptance acceptance, Uploads uploads) {
    this.acceptance = acceptance;
    this.uploads = uploads;
  }

  void addTo(RouteList routes) {
    routes.read("/server", "getServer", Role.VIEWER, this::get);
  }

  /**
   * @param localPaths whether {@code file:///} addresses of the server's machine may be named
   * @param uploads {@code tus} or {@code multipart}
   * @param largestUploadBytes of one upload
   */
  record Facts(boolean localPaths, String uploads, long largestUploadBytes) {}

  private void get(Call call) {
    call.answer(
        200,
        new Facts(acceptance.takesLocalPaths(), uploads.place().kind(), uploads.largestBytes()));
  }
}
