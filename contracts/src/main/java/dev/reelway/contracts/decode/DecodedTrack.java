package dev.reelway.contracts.decode;

import java.util.List;

/**
 * What decoding one whole track gave. Ticks are the track's own, its edit list not applied.
 *
 * @param segments one for each segment of the track
 * @param groups scored pictures from one key picture to the next; empty if nothing was compared
 * @param complaints what the decoder said, the first of them
 * @param moreComplaints how many were not kept
 */
public record DecodedTrack(
    List<Segment> segments, List<Group> groups, List<Complaint> complaints, long moreComplaints) {

  /** The level of silence, and of what there is not, in dB relative to full scale. */
  public static final double SILENCE = -120;

  /** Copies the lists. */
  public DecodedTrack {
    segments = List.copyOf(segments);
    groups = List.copyOf(groups);
    complaints = List.copyOf(complaints);
  }

  /** Returns frames or samples of the whole track. */
  public long count() {
    return segments.stream().mapToLong(Segment::count).sum();
  }

  /**
   * What is shown or heard in the time of a segment.
   *
   * @param count frames, or samples of one channel
   * @param level mean level of the sound, dB relative to full scale
   * @param masterLevel the same of the master's sound; {@link #SILENCE} if it was not compared
   */
  public record Segment(long count, double level, double masterLevel) {}

  /**
   * The pictures from a key picture to the one before the next key picture. Scores are means of
   * XPSNR in dB.
   *
   * <pre>
   *   key                                        next key
   *    |------|------|---- … ----|------|------|
   *     head   behind             before  tail      six pictures each
   * </pre>
   *
   * @param startTicks of the key picture
   * @param frames that were scored
   * @param mean of all
   * @param worst of all
   * @param worstTicks when the worst is shown
   * @param head of the first six pictures; of all, as the next three, if the group is short
   * @param behindHead of the six behind them
   * @param beforeTail of the six before the last six
   * @param tail of the last six
   */
  public record Group(
      long startTicks,
      int frames,
      double mean,
      double worst,
      long worstTicks,
      double head,
      double behindHead,
      double beforeTail,
      double tail) {}

  /**
   * A message of the decoder.
   *
   * @param ticks of the packet that it came with
   * @param error whether something could not be decoded, or only looked wrong
   * @param words its own
   */
  public record Complaint(long ticks, boolean error, String words) {}
}
