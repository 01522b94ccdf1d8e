package dev.reelway.ingest.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.ingest.accept.StrictJson;
import dev.reelway.ingest.accept.SubmitForm;
import dev.reelway.platform.json.Json;
import java.util.Optional;

/** Reads a record's bytes: our own form, or a store's notification. */
public final class IngestRecordReader {

  private static final int LONGEST = 1 << 20;

  private IngestRecordReader() {}

  /** What {@code bytes}, which may be null, are. Never throws. */
  public static IngestRecord read(byte[] bytes) {
    if (bytes == null || bytes.length == 0) {
      return bad("", "The record is empty; write a JSON object.");
    }
    if (bytes.length > LONGEST) {
      return bad("", "The record is longer than 1 MiB.");
    }
    JsonNode record;
    try {
      record = StrictJson.read(bytes, JsonNode.class, "The record");
    } catch (ReelwayException e) {
      return new IngestRecord.Bad(Problem.of(e, ""));
    }
    if (!(record instanceof ObjectNode object)) {
      return bad("", "The record is not a JSON object.");
    }
    return S3Notifications.read(object).orElseGet(() -> request(object));
  }

  private static IngestRecord request(ObjectNode record) {
    Optional<Problem> broken = IngestRequestSchema.check(record);
    if (broken.isPresent()) {
      return new IngestRecord.Bad(broken.get());
    }
    Optional<String> requestKey =
        Optional.ofNullable(record.get("requestKey")).map(JsonNode::asText);
    ObjectNode form = record.deepCopy();
    form.remove("schema");
    form.remove("requestKey");
    try {
      return new IngestRecord.Request(
          requestKey, StrictJson.read(Json.write(form), SubmitForm.class, "The record"));
    } catch (ReelwayException e) {
      return new IngestRecord.Bad(Problem.of(e, ""));
    }
  }

  private static IngestRecord bad(String pointer, String message) {
    return new IngestRecord.Bad(Problem.invalid(pointer, message));
  }
}
