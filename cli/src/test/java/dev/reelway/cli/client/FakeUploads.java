package dev.reelway.cli.client;

import com.sun.net.httpserver.HttpExchange;
import dev.reelway.cli.client.FakeServer.Answer;
import dev.reelway.platform.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The upload part of a server, whose connections break when a test wants it. */
public final class FakeUploads {

  /** How bytes are sent. */
  public enum Kind {
    /** To the server, one after the other. */
    TUS,
    /** To a store, in parts. */
    MULTIPART
  }

  /** Where sidecars lie in the end. */
  public static final String SOURCE = "s3://reelway/masters/sintel/u1";

  private static final String PATH = "uploads/u1";

  private final FakeServer server;
  private final Kind kind;
  private final int sizeBytes;
  private final int partSizeBytes;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final SortedMap<Integer, byte[]> parts = new TreeMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private int breakAfterBytes = -1;
  private boolean loseLastAnswer;
  private Runnable afterPiece = () -> {};
  private int refusals;
  private boolean complete;
  private boolean isKnown;
  private boolean isSidecar;

  /** Has {@code server} answer for one upload. */
  public FakeUploads(FakeServer server, Kind kind, int sizeBytes) {
    this(server, kind, sizeBytes, 0);
  }

  /** As above with parts, or pieces, of a length. */
  public FakeUploads(FakeServer server, Kind kind, int sizeBytes, int partSizeBytes) {
    this.server = server;
    this.kind = kind;
    this.sizeBytes = sizeBytes;
    this.partSizeBytes = partSizeBytes;
    server
        .handle("POST", PATH + "/parts", this::addresses)
        .handle("POST", PATH + "/complete", this::complete)
        .handle("POST", "uploads", this::create)
        .handle("HEAD", PATH + "/tus", this::head)
        .handle("PATCH", PATH + "/tus", this::patch)
        .handle("GET", PATH, this::look)
        .handle("PUT", "/store/", this::put);
  }

  /** Breaks the connection once, when so many bytes of a body have come. */
  public void breakAfter(int bytes) {
    breakAfterBytes = bytes;
  }

  /** Takes the last piece, but breaks the connection before the answer, once. */
  public void loseLastAnswer() {
    loseLastAnswer = true;
  }

  /** Does something once, when the next piece is there. */
  public void afterPiece(Runnable action) {
    afterPiece = action;
  }

  /** Refuses so many parts as if their addresses had ended. */
  public void refuse(int times) {
    refusals = times;
  }

  /** Knows nothing of the upload from now on until it is begun again. */
  public synchronized void forget() {
    received.reset();
    parts.clear();
    isKnown = false;
  }

  /** All bytes that are there, in order. */
  public synchronized byte[] stored() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(received.toByteArray());
    parts.values().forEach(all::writeBytes);
    return all.toByteArray();
  }

  /** What was asked for, in order. */
  public List<String> calls() {
    return calls;
  }

  /** Whether the title was submitted. */
  public synchronized boolean isComplete() {
    return complete;
  }

  private synchronized String document() {
    List<Map<String, Object>> there = new ArrayList<>();
    parts.keySet().forEach(n -> there.add(Map.of("number", n, "etag", "\"etag-" + n + "\"")));
    Map<String, Object> document = new TreeMap<>();
    document.put("uploadId", "u1");
    document.put("kind", kind.name().toLowerCase(Locale.ROOT));
    document.put("url", "/api/v1/" + PATH + (kind == Kind.TUS ? "/tus" : "/parts"));
    document.put("partSizeBytes", partSizeBytes);
    document.put("titleId", "sintel");
    document.put("receivedBytes", stored().length);
    document.put("parts", there);
    document.put("complete", complete);
    if (isSidecar && complete) {
      document.put("source", SOURCE);
    }
    return new String(Json.write(document), StandardCharsets.UTF_8);
  }

  private synchronized void create(HttpExchange exchange) throws IOException {
    String wish = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add("create " + wish);
    isSidecar = wish.contains("\"purpose\":\"sidecar\"");
    isKnown = true;
    answer(exchange, 201, document());
  }

  private synchronized void look(HttpExchange exchange) throws IOException {
    answer(exchange, isKnown ? 200 : 404, isKnown ? document() : "{}");
  }

  private void head(HttpExchange exchange) throws IOException {
    calls.add("head");
    offset(exchange, 200);
  }

  private synchronized void patch(HttpExchange exchange) throws IOException {
    int from = Integer.parseInt(exchange.getRequestHeaders().getFirst("Upload-Offset"));
    calls.add("patch " + from);
    if (complete || from != received.size()) {
      answer(exchange, 409, "{\"code\":\"CONFLICT\",\"detail\":\"Wrong offset.\"}");
      return;
    }
    if (!read(exchange, received)) {
      return;
    }
    afterPiece.run();
    afterPiece = () -> {};
    complete = received.size() == sizeBytes && !loseLastAnswer;
    if (received.size() == sizeBytes && loseLastAnswer) {
      loseLastAnswer = false;
      exchange.close();
      return;
    }
    offset(exchange, 204);
  }

  // Takes bytes one by one up to the break: what came before it counts.
  private boolean read(HttpExchange exchange, ByteArrayOutputStream into) throws IOException {
    int count = 0;
    for (int b = exchange.getRequestBody().read(); b >= 0; b = exchange.getRequestBody().read()) {
      into.write(b);
      count++;
      if (count == breakAfterBytes) {
        breakAfterBytes = -1;
        exchange.close();
        return false;
      }
    }
    return true;
  }

  private synchronized void offset(HttpExchange exchange, int status) throws IOException {
    FakeServer.reply(
        exchange,
        new Answer(status, "", List.of("Upload-Offset", Integer.toString(received.size()))));
  }

  private void addresses(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String number = body.replaceAll("\\D", "");
    String address = server.address() + "/store/" + number + "?signature=x";
    answer(exchange, 200, "{\"urls\":{\"" + number + "\":\"" + address + "\"}}");
  }

  private synchronized void put(HttpExchange exchange) throws IOException {
    int number = Integer.parseInt(exchange.getRequestURI().getPath().replaceAll("\\D", ""));
    String key = exchange.getRequestHeaders().containsKey("Authorization") ? " with key" : "";
    calls.add("put " + number + key);
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    if (refusals > 0) {
      refusals--;
      exchange.getRequestBody().readAllBytes();
      answer(exchange, 403, "<Error/>");
    } else if (read(exchange, part)) {
      parts.put(number, part.toByteArray());
      FakeServer.reply(exchange, new Answer(200, "", List.of("ETag", "\"etag-" + number + "\"")));
    }
  }

  private synchronized void complete(HttpExchange exchange) throws IOException {
    calls.add(
        "complete " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    complete = true;
    answer(exchange, 201, "{}");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    FakeServer.reply(exchange, new Answer(status, body, List.of()));
  }
}
