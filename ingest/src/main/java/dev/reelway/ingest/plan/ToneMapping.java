package dev.reelway.ingest.plan;

import dev.reelway.contracts.master.HdrMetadata;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.ToneMap;
import java.util.stream.LongStream;

/**
 * How bright the master's light becomes, which decides how its highlights are rolled off for SDR.
 * HLG is relative: its reference display has 1000 cd/m². PQ says by its metadata; of MaxCLL and the
 * mastering display's peak the smaller one counts, since content cannot be brighter than either.
 */
final class ToneMapping {

  private static final int HLG = 18;
  private static final int USUAL_NITS = 1000;

  /** Below, there is nothing to roll off; above, detail would cost the middle tones their light. */
  private static final long LEAST_NITS = 300;

  private static final long MOST_NITS = 4000;
  private static final long LUMINANCES_PER_NIT = 10_000;

  private ToneMapping() {}

  static ToneMap of(VideoStream video) {
    return new ToneMap(video.colour().transfer() == HLG ? USUAL_NITS : peakNits(video.hdr()));
  }

  private static int peakNits(HdrMetadata hdr) {
    long light = hdr.light().map(l -> (long) l.maxContentLight()).orElse(0L);
    long display = hdr.mastering().map(d -> d.maxLuminance() / LUMINANCES_PER_NIT).orElse(0L);
    long peak = LongStream.of(light, display).filter(nits -> nits > 0).min().orElse(USUAL_NITS);
    return (int) Math.max(LEAST_NITS, Math.min(MOST_NITS, peak));
  }
}
