package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.Acceptance;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.upload.Uploads;

/** What this server can do, for clients that have a choice. */
final class ServerRoutes {

  private final String version;
  private final Acceptance acceptance;
  private final Uploads uploads;

  ServerRoutes(String version, Acceptance acceptance, Uploads uploads) {
    this.version = version;
    this.acceptance = acceptance;
    this.uploads = uploads;
  }

  void addTo(RouteList routes) {
    routes.read("/server", "getServer", Role.VIEWER, this::get);
  }

  /**
   * @param version of the program
   * @param localPaths whether {@code file:///} addresses of the server's machine may be named
   * @param uploads {@code tus} or {@code multipart}
   * @param largestUploadBytes of one upload
   */
  record Facts(String version, boolean localPaths, String uploads, long largestUploadBytes) {}

  private void get(Call call) {
    call.answer(
        200,
        new Facts(
            version, acceptance.takesLocalPaths(), uploads.place().kind(), uploads.largestBytes()));
  }
}
