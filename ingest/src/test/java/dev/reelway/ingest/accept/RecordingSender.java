package dev.reelway.ingest.accept;

import dev.reelway.contracts.fleet.TitleMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what the workflow would hear. */
public final class RecordingSender implements TitleSender {

  private final List<Sent> sent = new CopyOnWriteArrayList<>();

  /** A message and its key. */
  public record Sent(String titleId, TitleMessage message) {}

  @Override
  public void send(String titleId, TitleMessage message) {
    sent.add(new Sent(titleId, message));
  }

  /** Everything so far. */
  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  /** The latest message. */
  public TitleMessage last() {
    return sent.get(sent.size() - 1).message();
  }
}
