package dev.reelway.ingest.accept;

import dev.reelway.contracts.fleet.TitleMessage;

/** The way to the workflow. Returns once the message is safe; it may arrive twice. */
public interface TitleSender {

  /** Sends {@code message} to the workflow of a title. */
  void send(String titleId, TitleMessage message);
}
