package dev.reelway.media.text.read;

import dev.reelway.media.text.cue.Cue;
import java.util.ArrayList;
import java.util.List;

/** Puts cues together that a container cut at the borders of its samples. */
final class ContinuedCues {

  private ContinuedCues() {}

  /** The same cues, those that go on without a change as one; in the order of their starts. */
  static List<Cue> join(List<Cue> pieces) {
    List<Cue> joined = new ArrayList<>();
    for (Cue piece : pieces) {
      int before = indexOfStart(joined, piece);
      if (before < 0) {
        joined.add(piece);
      } else {
        joined.set(before, joined.get(before).at(joined.get(before).start(), piece.end()));
      }
    }
    return joined;
  }

  private static int indexOfStart(List<Cue> cues, Cue piece) {
    for (int i = cues.size() - 1; i >= Math.max(0, cues.size() - 32); i--) {
      Cue cue = cues.get(i);
      if (cue.end().equals(piece.start())
          && cue.text().equals(piece.text())
          && cue.settings().equals(piece.settings())) {
        return i;
      }
    }
    return -1;
  }
}
