package dev.reelway.cli.client.title;

import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.contracts.fleet.TitleStatus;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A title as the API shows it: its status and where it plays.
 *
 * @param status everything about it
 * @param hls address of the public multivariant playlist
 * @param dash address of the public MPD
 */
public record TitleView(TitleStatus status, Optional<URI> hls, Optional<URI> dash) {

  private record Links(Optional<String> hls, Optional<String> dash) {}

  private record Linked(Optional<Links> links) {}

  /** Reads an answer; {@code server} completes addresses that have no host. */
  public static TitleView of(ApiReply reply, URI server) {
    Optional<Links> links = reply.as(Linked.class).links();
    return new TitleView(
        reply.as(TitleStatus.class),
        links.flatMap(Links::hls).map(server::resolve),
        links.flatMap(Links::dash).map(server::resolve));
  }

  /** Where it plays; nothing before it is public. */
  public List<String> addresses() {
    List<String> lines = new ArrayList<>();
    hls.ifPresent(address -> lines.add("HLS      " + address));
    dash.ifPresent(address -> lines.add("DASH     " + address));
    return lines;
  }
}
