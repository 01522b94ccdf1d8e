package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.FormRules;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.view.TitleView;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Titles as they change, as server-sent events. */
final class EventRoutes {

  private final TitleView titles;
  private final EventHub hub;
  private final Duration heartbeat;

  EventRoutes(TitleView titles, EventHub hub, Duration heartbeat) {
    this.titles = titles;
    this.hub = hub;
    this.heartbeat = heartbeat;
  }

  void addTo(RouteList routes) {
    routes.read("/events", "streamEvents", Role.VIEWER, this::stream);
  }

  private void stream(Call call) throws IOException {
    Optional<String> titleId = call.query("title");
    if (titleId.filter(id -> !FormRules.isId(id)).isPresent()) {
      throw Refusal.of(ProblemKind.REQUEST_INVALID, "The parameter 'title' is no title's id.");
    }
    HttpServletResponse response = call.context().res();
    EventStream stream = new EventStream(call, titleId, response.getOutputStream(), heartbeat);
    hub.add(stream);
    response.setStatus(200);
    response.setContentType("text/event-stream;charset=utf-8");
    response.setHeader("X-Accel-Buffering", "no");
    titleId
        .flatMap(titles::title)
        .filter(status -> call.who().sees(status.tenant()))
        .ifPresent(status -> stream.offer(hub.statusEvent(status)));
    CompletableFuture<Void> over = new CompletableFuture<>();
    call.context().req().startAsync().setTimeout(0);
    call.context().future(() -> over);
    stream.start(
        () -> {
          hub.remove(stream);
          over.complete(null);
        });
  }
}
