package dev.reelway.ingest.coordinate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.reelway.ingest.coordinate.TitleCommand.DiscardUnpublished;
import java.util.List;

/**
 * Removal of what a given-up version left behind. New work waits for it: tracks are named by their
 * content, so a late removal could take away segments that a new run has just written. For the same
 * reason there is never more than one removal on its way.
 *
 * @param ordered number of the last {@code DiscardUnpublished}, 0 before the first
 * @param done number of the last one that is finished
 * @param again whether another removal is due after the one on its way
 * @param startWhenDone whether a run waits for the end of removals
 */
public record Cleanup(int ordered, int done, boolean again, boolean startWhenDone) {

  static final Cleanup NONE = new Cleanup(0, 0, false, false);

  /** Whether something given up is still being removed. */
  @JsonIgnore
  public boolean isPending() {
    return done < ordered;
  }

  /** Asks for a removal: now, or after the one on its way. Nobody waits to start any more. */
  Cleanup order() {
    return isPending()
        ? new Cleanup(ordered, done, true, false)
        : new Cleanup(ordered + 1, done, false, false);
  }

  /** The removal on its way is finished; the next one follows at once if it is due. */
  Cleanup finish() {
    return again
        ? new Cleanup(ordered + 1, ordered, false, startWhenDone)
        : new Cleanup(ordered, ordered, false, startWhenDone);
  }

  Cleanup waiting(boolean value) {
    return new Cleanup(ordered, done, again, value);
  }

  /** The command that leads from {@code before} to this, if there is one. */
  List<TitleCommand> commandsSince(Cleanup before) {
    return ordered > before.ordered ? List.of(new DiscardUnpublished(ordered)) : List.of();
  }
}
