package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.title.Phase;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What people can wish of a title, and when. The workflow has the last word: it ignores a wish that
 * no longer fits when it arrives.
 *
 * @param word last part of the path
 * @param phases in which it makes sense
 * @param otherwise what to say in any other
 * @param message for the workflow
 */
record Wish(
    String word, Set<Phase> phases, String otherwise, Function<TitleStatus, TitleMessage> message) {

  private static final Set<Phase> BEFORE_START =
      EnumSet.of(Phase.SUBMITTED, Phase.INSPECTING, Phase.PLANNING, Phase.AWAITING_START);

  static final Wish START = start();
  static final Wish CANCEL = cancel();
  static final Wish RETRY = retry();
  static final Wish PUBLISH = publish();
  static final Wish UNPUBLISH = unpublish();

  /** Said beforehand, the planned title will not wait. */
  private static Wish start() {
    return new Wish(
        "start",
        BEFORE_START,
        "it runs already or is over",
        status -> new TitleMessage.Start(status.version()));
  }

  private static Wish cancel() {
    return new Wish(
        "cancel",
        and(BEFORE_START, Phase.ENCODING, Phase.AWAITING_PUBLISH, Phase.PUBLISHING, Phase.HELD),
        "nothing of it is in the making",
        status -> new TitleMessage.Cancel(status.version()));
  }

  private static Wish retry() {
    return new Wish(
        "retry",
        EnumSet.of(Phase.FAILED, Phase.HELD, Phase.CANCELLED),
        "it did not fail, is not held and was not cancelled",
        status -> new TitleMessage.Retry(status.run()));
  }

  /** Said beforehand, the finished title will not wait; what was taken off is shown again. */
  private static Wish publish() {
    return new Wish(
        "publish",
        and(BEFORE_START, Phase.ENCODING, Phase.AWAITING_PUBLISH, Phase.UNPUBLISHED),
        "no version of it waits to be public; rollback shows an earlier one again",
        status -> new TitleMessage.Publish(status.version()));
  }

  private static Wish unpublish() {
    return new Wish(
        "unpublish",
        EnumSet.of(Phase.PUBLISHED, Phase.FAILED, Phase.CANCELLED),
        "it is not public, or something of it is in the making",
        status -> {
          if (status.published().isEmpty()) {
            throw conflict(status, "it is not public");
          }
          return new TitleMessage.Unpublish(status.version());
        });
  }

  /** The message for the workflow; refuses when the title stands elsewhere. */
  TitleMessage of(TitleStatus status) {
    if (!phases.contains(status.phase())) {
      throw conflict(status, otherwise);
    }
    return message.apply(status);
  }

  private static Refusal conflict(TitleStatus status, String why) {
    return Refusal.of(ProblemKind.CONFLICT, "The title is %s: %s.".formatted(status.phase(), why));
  }

  private static Set<Phase> and(Set<Phase> phases, Phase... more) {
    Set<Phase> all = EnumSet.copyOf(phases);
    all.addAll(List.of(more));
    return all;
  }
}
