package dev.reelway.cli.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of the HTTP API that answers what a test told it, and remembers what it was asked. */
public final class FakeServer implements AutoCloseable {

  /** What came in. */
  public record Request(String line, Headers headers, String text) {}

  /** What goes out; pairs of header names and values. */
  public record Answer(int status, String body, List<String> headers) {}

  /** Answers by hand. */
  public interface Handler {
    /** Reads {@code exchange} and answers it. */
    void handle(HttpExchange exchange) throws IOException;
  }

  private static final String ROOT = "/api/v1/";

  private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
  private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  /** Listens on loopback. */
  public FakeServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Its address. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * Adds an answer. They are given one after the other, the last one again and again.
   *
   * @param line method and path with its query, such as {@code GET titles/one}
   */
  public FakeServer answer(String line, int status, String body, String... headers) {
    answers
        .computeIfAbsent(line, l -> new ArrayDeque<>())
        .add(new Answer(status, body, List.of(headers)));
    return this;
  }

  /** Has everything with this method, below this path, answered by hand. */
  public FakeServer handle(String method, String path, Handler handler) {
    handlers.put(method + " " + path, handler);
    return this;
  }

  /** All that came in and was not handled by hand. */
  public List<Request> requests() {
    return requests;
  }

  /** The only request with this line. */
  public Request request(String line) {
    List<Request> found = requests.stream().filter(r -> r.line().equals(line)).toList();
    if (found.size() != 1) {
      throw new AssertionError(line + " came " + found.size() + " times: " + lines());
    }
    return found.get(0);
  }

  /** The lines of all requests in order. */
  public List<String> lines() {
    return requests.stream().map(Request::line).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    String line =
        exchange.getRequestMethod()
            + " "
            + (path.startsWith(ROOT) ? path.substring(ROOT.length()) : path);
    for (Map.Entry<String, Handler> handler : handlers.entrySet()) {
      if (line.startsWith(handler.getKey())) {
        handler.getValue().handle(exchange);
        return;
      }
    }
    requests.add(
        new Request(
            line,
            exchange.getRequestHeaders(),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    reply(exchange, next(line));
  }

  private Answer next(String line) {
    Deque<Answer> waiting = answers.get(line);
    if (waiting == null) {
      return new Answer(404, "{}", List.of());
    }
    synchronized (waiting) {
      return waiting.size() > 1 ? waiting.poll() : waiting.peek();
    }
  }

  /** Sends an answer. */
  public static void reply(HttpExchange exchange, Answer answer) throws IOException {
    try (exchange) {
      for (int i = 0; i < answer.headers().size(); i += 2) {
        exchange.getResponseHeaders().add(answer.headers().get(i), answer.headers().get(i + 1));
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      boolean isEmpty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), isEmpty ? -1 : body.length);
      if (!isEmpty) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
