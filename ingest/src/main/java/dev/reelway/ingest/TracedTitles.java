package dev.reelway.ingest;

import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.ingest.accept.TitleSender;
import dev.reelway.platform.messaging.Sender;
import dev.reelway.platform.telemetry.TraceSpan;
import dev.reelway.platform.telemetry.Tracing;

/**
 * The way to the workflow, on which every submission begins its title's trace.
 *
 * @param sender sends
 * @param topic of title events
 * @param tracing begins traces
 */
record TracedTitles(Sender sender, String topic, Tracing tracing) implements TitleSender {

  @Override
  public void send(String titleId, TitleMessage message) {
    if (message instanceof TitleMessage.Submit submit) {
      try (TraceSpan span = tracing.beginTitle(titleId, submit.request().requestId())) {
        span.with("tenant", submit.request().tenant());
        sender.send(topic, titleId, message);
      }
    } else {
      sender.send(topic, titleId, message);
    }
  }
}
