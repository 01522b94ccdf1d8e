package dev.reelway.ingest.coordinate.host;

/** Takes messages that become visible together with the state that they follow from. */
@FunctionalInterface
interface Outbox {

  /**
   * Sends a message.
   *
   * @param message is written as JSON; null removes the key from a compacted topic
   */
  void send(String topic, String key, Object message);
}
