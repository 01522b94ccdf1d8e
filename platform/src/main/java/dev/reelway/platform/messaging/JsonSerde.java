package dev.reelway.platform.messaging;

import dev.reelway.platform.json.Json;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Records of {@code contracts.fleet} as JSON. Reading fails with {@code INVARIANT_BROKEN} for
 * anything else; {@code null}, a tombstone, stays {@code null}.
 */
public final class JsonSerde<T> implements Serde<T> {

  private final Class<T> type;

  /**
   * @param type what it reads; sealed interfaces carry the name of the record
   */
  public JsonSerde(Class<T> type) {
    this.type = type;
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> value == null ? null : Json.write(value);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) ->
        bytes == null ? null : Json.read(bytes, type, "A record of the topic " + topic);
  }
}
