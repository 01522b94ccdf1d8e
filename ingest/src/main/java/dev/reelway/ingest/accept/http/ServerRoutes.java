package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.upload.Uploads;
import java.net.URI;
import java.util.Optional;

/** What this server can do, for clients that have a choice. */
final class ServerRoutes {

  private final String version;
  private final TitleWork titles;
  private final Uploads uploads;

  ServerRoutes(String version, TitleWork titles, Uploads uploads) {
    this.version = version;
    this.titles = titles;
    this.uploads = uploads;
  }

  void addTo(RouteList routes) {
    routes.read("/server", "getServer", Role.VIEWER, this::get);
  }

  /**
   * @param version of the program
   * @param publicBaseUrl what {@code titles/} is served under, if the server knows
   * @param localPaths whether {@code file:///} addresses of the server's machine may be named
   * @param uploads {@code tus} or {@code multipart}
   * @param largestUploadBytes of one upload
   */
  record Facts(
      String version,
      Optional<URI> publicBaseUrl,
      boolean localPaths,
      String uploads,
      long largestUploadBytes) {}

  private void get(Call call) {
    call.answer(
        200,
        new Facts(
            version,
            titles.publicBaseUrl(),
            titles.acceptance().takesLocalPaths(),
            uploads.place().kind(),
            uploads.largestBytes()));
  }
}
