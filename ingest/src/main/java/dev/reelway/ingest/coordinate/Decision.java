package dev.reelway.ingest.coordinate;

import java.util.List;

/**
 * What follows from an event.
 *
 * @param state the new state
 * @param commands what the host must do, in this order; empty for an event that changes nothing
 */
public record Decision(TitleState state, List<TitleCommand> commands) {

  /** Defensive copy. */
  public Decision {
    commands = List.copyOf(commands);
  }

  static Decision nothing(TitleState state) {
    return new Decision(state, List.of());
  }

  static Decision of(TitleState state, TitleCommand... commands) {
    return new Decision(state, List.of(commands));
  }
}
