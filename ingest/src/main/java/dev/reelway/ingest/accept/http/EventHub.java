package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.fleet.Notification;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.ingest.view.TitleListener;
import dev.reelway.platform.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hands what changes to all open event streams; each event is written as JSON once. */
final class EventHub implements TitleListener {

  private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
  private final Optional<URI> publicBaseUrl;
  private final int most;

  EventHub(Optional<URI> publicBaseUrl, int most) {
    this.publicBaseUrl = publicBaseUrl;
    this.most = most;
  }

  @Override
  public void status(TitleStatus status) {
    if (!streams.isEmpty()) {
      send(status.tenant(), status.titleId(), statusEvent(status));
    }
  }

  /**
   * A title that is gone.
   *
   * @param titleId which
   */
  record Deleted(String titleId) {}

  @Override
  public void removed(TitleStatus last) {
    if (!streams.isEmpty()) {
      send(
          last.tenant(), last.titleId(), event("deleted", Json.write(new Deleted(last.titleId()))));
    }
  }

  @Override
  public void notification(Notification notification) {
    if (!streams.isEmpty()) {
      send(
          notification.tenant(),
          notification.titleId(),
          event("notification", Json.write(notification)));
    }
  }

  /** Opens a stream; refuses when there are too many. */
  synchronized void add(EventStream stream) {
    if (streams.size() >= most) {
      throw Refusal.of(ProblemKind.UNAVAILABLE, "Too many event streams are open.");
    }
    streams.add(stream);
  }

  void remove(EventStream stream) {
    streams.remove(stream);
  }

  /** How many streams are open. */
  int open() {
    return streams.size();
  }

  void close() {
    streams.forEach(EventStream::drop);
  }

  byte[] statusEvent(TitleStatus status) {
    return event("status", Json.write(TitleDocument.of(status, publicBaseUrl)));
  }

  private void send(String tenant, String titleId, byte[] event) {
    for (EventStream stream : streams) {
      if (stream.wants(tenant, titleId) && !stream.offer(event)) {
        // Waiting for one slow reader would make all others wait.
        remove(stream);
        stream.drop();
      }
    }
  }

  /** JSON of one line, so that one data field holds it (WHATWG HTML, 9.2.6). */
  private static byte[] event(String name, byte[] json) {
    String text = new String(json, StandardCharsets.UTF_8);
    return ("event: " + name + "\ndata: " + text + "\n\n").getBytes(StandardCharsets.UTF_8);
  }
}
