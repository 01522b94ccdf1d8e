package dev.reelway.ingest.queue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.ingest.accept.StrictJson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Notifications of S3 and stores like it, as they come: straight, or carried by SNS, SQS or
 * EventBridge, one inside the other.
 *
 * <pre>
 *  {"Records": [{"eventName": "ObjectCreated:Put", "s3": {"bucket": …, "object": …}}]}   S3
 *  {"EventName": "s3:ObjectCreated:Put", "Key": …, "Records": …}                         MinIO
 *  {"Event": "s3:TestEvent", …}                                                          once, from S3
 *  {"Type": "Notification", "Message": "{…}"}                                            SNS
 *  {"Messages": [{"Body": "{…}"}]}, {"Records": [{"body": "{…}"}]}                       SQS
 *  {"detail-type": "Object Created", "source": "aws.s3", "detail": {…}}                  EventBridge
 * </pre>
 *
 * Keys are URL-encoded in S3's own form and plain in EventBridge's.
 */
final class S3Notifications {

  private static final int DEEPEST = 4;
  private static final String CREATED = "ObjectCreated:";

  private final List<NewObject> objects = new ArrayList<>();
  private Problem problem;

  private S3Notifications() {}

  /** The notification, or empty if {@code record} is none. */
  static Optional<IngestRecord> read(JsonNode record) {
    S3Notifications notifications = new S3Notifications();
    if (!notifications.understands(record, "", 0)) {
      return Optional.empty();
    }
    return Optional.of(notifications.result());
  }

  private IngestRecord result() {
    if (objects.isEmpty()) {
      return problem == null ? new IngestRecord.Nothing() : new IngestRecord.Bad(problem);
    }
    return new IngestRecord.Created(objects, Optional.ofNullable(problem));
  }

  private boolean understands(JsonNode record, String pointer, int depth) {
    if (depth > DEEPEST) {
      fail(pointer, "The notification is wrapped more than %d times.".formatted(DEEPEST));
      return true;
    }
    if (record.path("Event").asText().equals("s3:TestEvent")) {
      return true;
    }
    if (record.path("Records").isArray()) {
      each(record, pointer, "Records", depth);
      return true;
    }
    if (record.path("Messages").isArray()) {
      each(record, pointer, "Messages", depth);
      return true;
    }
    if (record.path("Type").asText().equals("Notification") && record.has("Message")) {
      unwrap(record.get("Message"), pointer + "/Message", depth);
      return true;
    }
    if (record.path("source").asText().equals("aws.s3") && record.has("detail")) {
      bridged(record, pointer);
      return true;
    }
    return false;
  }

  private void each(JsonNode record, String pointer, String list, int depth) {
    for (int i = 0; i < record.get(list).size(); i++) {
      entry(record.get(list).get(i), pointer + "/" + list + "/" + i, depth);
    }
  }

  private void entry(JsonNode entry, String pointer, int depth) {
    if (entry.has("s3")) {
      direct(entry, pointer);
    } else if (entry.has("body")) {
      unwrap(entry.get("body"), pointer + "/body", depth);
    } else if (entry.has("Body")) {
      unwrap(entry.get("Body"), pointer + "/Body", depth);
    } else if (entry.path("Sns").has("Message")) {
      unwrap(entry.get("Sns").get("Message"), pointer + "/Sns/Message", depth);
    } else {
      fail(pointer, "The entry is no notification of an object store.");
    }
  }

  private void unwrap(JsonNode text, String pointer, int depth) {
    JsonNode inner;
    try {
      inner =
          StrictJson.read(
              text.asText().getBytes(StandardCharsets.UTF_8), JsonNode.class, "The message inside");
    } catch (ReelwayException e) {
      fail(pointer, e.getMessage());
      return;
    }
    if (!understands(inner, pointer, depth + 1)) {
      fail(pointer, "The message inside is no notification of an object store.");
    }
  }

  private void direct(JsonNode entry, String pointer) {
    String event = entry.path("eventName").asText();
    if (!event.startsWith(CREATED) && !event.startsWith("s3:" + CREATED)) {
      return;
    }
    JsonNode s3 = entry.get("s3");
    try {
      String key =
          URLDecoder.decode(s3.path("object").path("key").asText(), StandardCharsets.UTF_8);
      add(s3, key, "eTag", "versionId", pointer + "/s3");
    } catch (IllegalArgumentException e) {
      fail(pointer + "/s3/object/key", "The key is not URL-encoded as S3 does it.");
    }
  }

  private void bridged(JsonNode record, String pointer) {
    if (record.path("detail-type").asText().equals("Object Created")) {
      JsonNode detail = record.get("detail");
      String key = detail.path("object").path("key").asText();
      add(detail, key, "etag", "version-id", pointer + "/detail");
    }
  }

  private void add(JsonNode s3, String key, String etag, String versionId, String pointer) {
    String bucket = s3.path("bucket").path("name").asText();
    JsonNode object = s3.path("object");
    if (bucket.isEmpty() || key.isEmpty()) {
      fail(pointer, "The notification names no bucket or no key.");
      return;
    }
    objects.add(
        new NewObject(
            bucket,
            key,
            object.path(etag).asText().replace("\"", ""),
            object.path("size").asLong(-1),
            object.path(versionId).asText(),
            object.path("sequencer").asText(),
            pointer + "/object/key"));
  }

  private void fail(String pointer, String message) {
    if (problem == null) {
      problem = Problem.invalid(pointer, message);
    }
  }
}
