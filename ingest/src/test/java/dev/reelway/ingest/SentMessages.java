package dev.reelway.ingest;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.ingest.accept.TitleSender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to the workflow that only remembers, and may be broken. */
public final class SentMessages implements TitleSender {

  /** A message to a title. */
  public record Sent(String titleId, TitleMessage message) {}

  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile boolean broken;

  public void breakDown(boolean value) {
    broken = value;
  }

  /** How often it was broken when somebody sent. */
  public int refused() {
    return refused.get();
  }

  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  @Override
  public void send(String titleId, TitleMessage message) {
    if (broken) {
      refused.incrementAndGet();
      throw new ReelwayException(FailureKind.MESSAGING_UNAVAILABLE, "Kafka is away.");
    }
    sent.add(new Sent(titleId, message));
  }
}
