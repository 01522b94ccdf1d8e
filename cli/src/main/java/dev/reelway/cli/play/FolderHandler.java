package dev.reelway.cli.play;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.reelway.platform.storage.MediaTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Serves the title's files; the bare address leads to the play page. */
final class FolderHandler implements HttpHandler {

  private final TitleFolder title;
  private final FileReply reply;

  FolderHandler(TitleFolder title, Throttle throttle) {
    this.title = title;
    this.reply = new FileReply(throttle);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/")) {
      Reply.redirect(exchange, PlayerPage.PATH);
      return;
    }
    Optional<Path> file = title.find(path);
    if (file.isEmpty()) {
      Reply.notFound(exchange);
      return;
    }
    // The name that was asked for decides: a link's target may be called anything.
    reply.send(exchange, file.get(), MediaTypes.ofKey(path));
  }
}
