package dev.reelway.ingest.coordinate;

/**
 * Removal of what a given-up version left behind. New work waits for it: tracks are named by their
 * content, so a late removal could take away segments that a new run has just written.
 *
 * @param ordered number of the last {@code DiscardUnpublished}, 0 before the first
 * @param done number of the last one that is finished
 * @param startWhenDone whether a run waits for it
 */
public record Cleanup(int ordered, int done, boolean startWhenDone) {

  static final Cleanup NONE = new Cleanup(0, 0, false);

  boolean isPending() {
    return done < ordered;
  }

  Cleanup order() {
    return new Cleanup(ordered + 1, done, false);
  }

  Cleanup finish(int number) {
    return new Cleanup(ordered, Math.max(done, number), startWhenDone);
  }

  Cleanup waiting(boolean value) {
    return new Cleanup(ordered, done, value);
  }
}
