package dev.reelway.ingest.accept.http;

import java.io.IOException;

/** What a route does once the gate let the call through. */
@FunctionalInterface
interface Action {

  /** Answers, or throws a refusal or failure. */
  void handle(Call call) throws IOException;
}
