package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.Pulldown;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.media.scan.MeasuredCadence;
import dev.reelway.media.scan.PictureAnalysis;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a picture is film with 3:2 pulldown. It is undone only when every picture was looked at
 * and all that move keep one rhythm; film in several rhythms, or mixed with video, is deinterlaced.
 */
final class PulldownRule {

  private static final int LEAST_WINDOWS = 2;

  private static final Set<FrameRate> VIDEO_RATES =
      Set.of(FrameRate.of(30_000, 1001), FrameRate.of(30, 1));

  private PulldownRule() {}

  /** The rhythm of a picture at {@code rate}, if there is one that lasts. */
  static Optional<Pulldown> constant(PictureAnalysis picture, FrameRate rate, TickRuns times) {
    return seen(picture)
        .filter(cadence -> picture.whole() && cadence.contradicting() == 0)
        .filter(cadence -> VIDEO_RATES.contains(rate))
        .map(c -> new Pulldown(c.order(), rate, times.first(), c.firstCycle()));
  }

  /** The order of fields where pulldown was seen that does not last. */
  static Optional<FieldOrder> mixed(PictureAnalysis picture) {
    return seen(picture).map(MeasuredCadence::order);
  }

  /** Whether samples show a rhythm that may last for the whole title. */
  static boolean worthALook(PictureAnalysis samples) {
    return seen(samples).filter(cadence -> cadence.contradicting() == 0).isPresent();
  }

  private static Optional<MeasuredCadence> seen(PictureAnalysis picture) {
    return picture.cadences().stream()
        .findFirst()
        .filter(cadence -> cadence.fitting() >= LEAST_WINDOWS);
  }

  /**
   * Which picture of the video shows each film picture. The two pictures that hold one film picture
   * together are named by the first; if one of them lies outside the title, it is left out.
   */
  static TickRuns frames(TickRuns times, Pulldown pulldown) {
    long[] kept = new long[times.size()];
    int count = 0;
    for (int i = 0; i < times.size(); i++) {
      int position = pulldown.position(i);
      boolean half = position == Pulldown.C_BEGINS && i + 1 == times.size();
      if (position != Pulldown.C_ENDS && !half) {
        kept[count++] = times.get(i);
      }
    }
    return TickRuns.of(Arrays.copyOf(kept, count));
  }

  static Finding undone(Pulldown pulldown) {
    return Finding.of(
        FindingCode.TELECINE_UNDONE,
        ("The picture is film at %s frames per second, spread over fields (3:2 pulldown); the film"
                + " frames are put together again.")
            .formatted(Words.rate(pulldown.filmRate())));
  }

  static Finding left() {
    return Finding.of(
        FindingCode.TELECINE_MIXED,
        "Parts of the picture are film that is spread over fields (3:2 pulldown), but not in one"
            + " rhythm from start to end; so all of it is deinterlaced.");
  }
}
