package dev.reelway.media.text.caption;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.text.cue.Cue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Deals the caption bytes of a stream out to its channels. */
public final class CaptionDecoder {

  private final Map<Integer, CaptionChannel> channels = new TreeMap<>();
  private final Rational timeBase;
  // By field, from 1.
  private final int[] current = new int[3];
  private final int[] lastControl = new int[3];

  private CaptionDecoder(Rational timeBase) {
    this.timeBase = timeBase;
    for (int i = 1; i <= 4; i++) {
      channels.put(i, new CaptionChannel());
    }
  }

  /**
   * Decodes all channels.
   *
   * @param pairs in decode order; pictures are shown in another one
   * @param endTicks when the last picture goes
   * @return cues on the clock of the pictures, by channel; channels without text are missing
   */
  public static Map<Integer, List<Cue>> decode(
      List<CaptionPair> pairs, Rational timeBase, long endTicks) {
    List<CaptionPair> shown = new ArrayList<>(pairs);
    shown.sort(Comparator.comparingLong(CaptionPair::ticks)); // stable: pairs of a picture stay
    CaptionDecoder decoder = new CaptionDecoder(timeBase);
    shown.forEach(decoder::take);
    Map<Integer, List<Cue>> cues = new TreeMap<>();
    decoder.channels.forEach(
        (number, channel) -> {
          channel.end(timeBase.times(endTicks));
          if (!channel.cues().isEmpty()) {
            cues.put(number, channel.cues());
          }
        });
    return cues;
  }

  private void take(CaptionPair pair) {
    Rational time = timeBase.times(pair.ticks());
    int field = pair.field();
    if (pair.isControl()) {
      int code = pair.first() << 8 | pair.second();
      // Control codes are sent twice, so that one may get lost.
      if (lastControl[field] == code) {
        lastControl[field] = 0;
        return;
      }
      lastControl[field] = code;
      current[field] = pair.channel();
      channels.get(pair.channel()).control(time, pair.command(), pair.second());
      return;
    }
    lastControl[field] = 0;
    if (pair.first() >= 0x20) {
      if (current[field] > 0) {
        channels.get(current[field]).text(time, pair.first(), pair.second());
      }
    } else if (pair.first() > 0) {
      current[field] = 0; // data about the programme, until the next control code
    }
  }
}
