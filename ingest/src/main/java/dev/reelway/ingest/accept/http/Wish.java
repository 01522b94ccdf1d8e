package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.title.Phase;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/**
 * What people can wish of a title, and when. The workflow has the last word: it ignores a wish that
 * no longer fits when it arrives.
 */
enum Wish {
  /** Start the planned title; said beforehand, it will not wait. */
  START(
      "start",
      "already runs or is over",
      EnumSet.of(Phase.SUBMITTED, Phase.INSPECTING, Phase.PLANNING, Phase.AWAITING_START),
      status -> new TitleMessage.Start(status.version())),
  /** Stop it. */
  CANCEL(
      "cancel",
      "has nothing in the making",
      EnumSet.of(
          Phase.SUBMITTED,
          Phase.INSPECTING,
          Phase.PLANNING,
          Phase.AWAITING_START,
          Phase.ENCODING,
          Phase.AWAITING_PUBLISH,
          Phase.PUBLISHING,
          Phase.HELD),
      status -> new TitleMessage.Cancel(status.version())),
  /** Try again. */
  RETRY(
      "retry",
      "did not fail and is not held",
      EnumSet.of(Phase.FAILED, Phase.HELD),
      status -> new TitleMessage.Retry(status.run())),
  /** Make it public; said beforehand, it will not wait. */
  PUBLISH(
      "publish",
      "has no version that waits to be public; rollback shows an earlier one again",
      EnumSet.of(
          Phase.SUBMITTED,
          Phase.INSPECTING,
          Phase.PLANNING,
          Phase.AWAITING_START,
          Phase.ENCODING,
          Phase.AWAITING_PUBLISH),
      status -> new TitleMessage.Publish(status.version())),
  /** Take it off. */
  UNPUBLISH(
      "unpublish",
      "is not public, or something is in the making",
      EnumSet.of(Phase.PUBLISHED, Phase.FAILED, Phase.CANCELLED),
      status -> new TitleMessage.Unpublish(status.version()));

  private final String word;
  private final String otherwise;
  private final Set<Phase> phases;
  private final Function<TitleStatus, TitleMessage> message;

  Wish(
      String word,
      String otherwise,
      Set<Phase> phases,
      Function<TitleStatus, TitleMessage> message) {
    this.word = word;
    this.otherwise = otherwise;
    this.phases = phases;
    this.message = message;
  }

  /** Last part of the path. */
  String word() {
    return word;
  }

  /** The message for the workflow; refuses when the title stands elsewhere. */
  TitleMessage message(TitleStatus status) {
    boolean fits = phases.contains(status.phase());
    boolean shown = this != UNPUBLISH || status.published().isPresent();
    if (!fits || !shown) {
      throw Refusal.of(
          ProblemKind.CONFLICT, "The title is %s: it %s.".formatted(status.phase(), otherwise));
    }
    return message.apply(status);
  }
}
