package dev.reelway.embedded;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka ends the whole process, without a word, when it loses its data folder. Inside our process
 * that becomes a message to whoever started the broker.
 */
final class BrokerExits {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerExits.class);
  private static final List<Consumer<String>> LISTENERS = new CopyOnWriteArrayList<>();

  private BrokerExits() {}

  /** From now on tells {@code listener} instead of ending the process. */
  static void listen(Consumer<String> listener) {
    LISTENERS.add(listener);
    Exit.setExitProcedure((status, message) -> tell("asked to exit", status, message));
    Exit.setHaltProcedure((status, message) -> tell("asked to halt", status, message));
  }

  static void forget(Consumer<String> listener) {
    LISTENERS.remove(listener);
  }

  private static void tell(String what, int status, String message) {
    String reason = message == null ? "status " + status : message;
    LOG.error("The embedded Kafka broker {}: {}.", what, reason);
    LISTENERS.forEach(listener -> listener.accept(reason));
  }
}
