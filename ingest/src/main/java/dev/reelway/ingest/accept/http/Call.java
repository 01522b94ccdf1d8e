package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.Caller;
import dev.reelway.ingest.accept.Requester;
import dev.reelway.ingest.accept.StrictJson;
import dev.reelway.platform.json.Json;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** A call that passed the gate: what it says, and how to answer. */
final class Call {

  private static final int LARGEST_BODY_BYTES = 1 << 20;

  private static final Pattern JSON_TYPE = Pattern.compile(".+/(json|merge-patch\\+json)");

  private final Context context;
  private final Caller caller;
  private final BooleanSupplier inForce;
  private String subject = "";
  private String subjectTenant = "";
  private boolean audited;

  Call(Context context, Caller caller, BooleanSupplier inForce) {
    this.context = context;
    this.caller = caller;
    this.inForce = inForce;
  }

  Context context() {
    return context;
  }

  Requester who() {
    return caller.who();
  }

  Caller caller() {
    return caller;
  }

  /** Whether the caller's key still counts; for calls that last. */
  boolean isInForce() {
    return inForce.getAsBoolean();
  }

  String path(String name) {
    return context.pathParam(name);
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isEmpty());
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name));
  }

  /** A whole number of the query, between 1 and {@code most}. */
  int number(String name, int usual, int most) {
    return query(name).map(text -> number(name, text, most)).orElse(usual);
  }

  private static int number(String name, String text, int most) {
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    throw Refusal.of(
        ProblemKind.REQUEST_INVALID,
        "The parameter '%s' is not usable; write 1 to %d.".formatted(name, most));
  }

  /** The body as a form. */
  <T> T body(Class<T> type) {
    expectJson();
    return StrictJson.read(bodyBytes(), type, "The body");
  }

  /** The body as a form, where none means one that says nothing. */
  <T> T bodyOr(Class<T> type, T usual) {
    byte[] bytes = bodyBytes();
    if (bytes.length == 0) {
      return usual;
    }
    expectJson();
    return StrictJson.read(bytes, type, "The body");
  }

  /** The body as text. */
  String bodyText() {
    return new String(bodyBytes(), StandardCharsets.UTF_8);
  }

  private byte[] bodyBytes() {
    return Bodies.read(context.req(), LARGEST_BODY_BYTES);
  }

  private void expectJson() {
    String type = context.contentType();
    if (type != null && !JSON_TYPE.matcher(mediaType(type)).matches()) {
      throw Refusal.of(
          ProblemKind.UNSUPPORTED_MEDIA_TYPE, "The body must have the type application/json.");
    }
  }

  private static String mediaType(String contentType) {
    return contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
  }

  /** Says what the call is about, for the audit log. */
  void about(String thing, String tenant) {
    subject = thing;
    subjectTenant = tenant;
  }

  /** Has the audit log keep this call. */
  void audit() {
    audited = true;
  }

  String subject() {
    return subject;
  }

  String subjectTenant() {
    return subjectTenant;
  }

  boolean isAudited() {
    return audited;
  }

  /** Answers with a value as JSON. */
  void answer(int status, Object value) {
    context.status(status);
    context.contentType("application/json");
    context.result(Json.write(value));
  }

  /** Answers without a body. */
  void done() {
    context.status(204);
  }

  /** Refuses all but those who see every tenant's titles. */
  void expectAllTenants() {
    if (!who().seesAll()) {
      throw Refusal.of(ProblemKind.FORBIDDEN, "This is for keys of all tenants ('*') only.");
    }
  }
}
