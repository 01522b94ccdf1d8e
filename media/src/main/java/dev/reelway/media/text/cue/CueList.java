package dev.reelway.media.text.cue;

import java.util.List;

/**
 * What a reader found.
 *
 * @param cues in the order of the source
 * @param faults what could not be understood, one sentence each, with the line where there is one
 */
public record CueList(List<Cue> cues, List<String> faults) {

  /** Defensive copies. */
  public CueList {
    cues = List.copyOf(cues);
    faults = List.copyOf(faults);
  }
}
