package dev.reelway.ingest.accept.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.title.Phase;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A title as the API shows it: its status and where to go from there.
 *
 * @param status all of its fields, at the top level
 * @param links where it can be read and played
 */
record TitleDocument(@JsonUnwrapped TitleStatus status, Links links) {

  /**
   * @param self in the API
   * @param hls public multivariant playlist
   * @param dash public MPD
   */
  record Links(String self, Optional<String> hls, Optional<String> dash) {}

  static TitleDocument of(TitleStatus status, Optional<URI> publicBaseUrl) {
    return new TitleDocument(
        status,
        new Links(
            RouteList.BASE + "/titles/" + status.titleId(),
            status.published().flatMap(p -> url(publicBaseUrl, p.hlsKey())),
            status.published().flatMap(p -> url(publicBaseUrl, p.dashKey()))));
  }

  /** What is known of a title before the workflow has said anything. */
  static TitleStatus accepted(TitleRequest request) {
    return new TitleStatus(
        TitleStatus.SCHEMA,
        request.titleId(),
        request.requestId(),
        1,
        1,
        request.tenant(),
        request.name(),
        request.master(),
        request.profileName(),
        request.lane(),
        request.metadata(),
        Phase.SUBMITTED,
        0,
        request.requestedAt(),
        request.requestedAt(),
        List.of(new TitleStatus.Entered(Phase.SUBMITTED, request.requestedAt())),
        "",
        Optional.empty(),
        TitleStatus.Progress.NONE,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        request.publishAt(),
        request.unpublishAt(),
        request.masterName());
  }

  private static Optional<String> url(Optional<URI> base, String key) {
    return base.map(URI::toString).map(b -> (b.endsWith("/") ? b : b + "/") + key);
  }
}
