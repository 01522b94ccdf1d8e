package dev.reelway.isobmff.read;

import dev.reelway.isobmff.Sample;
import dev.reelway.isobmff.box.BoxException;
import dev.reelway.isobmff.box.ContainerBox;
import dev.reelway.isobmff.box.SampleFlags;
import dev.reelway.isobmff.box.TrackExtendsBox;
import dev.reelway.isobmff.box.TrackFragmentHeaderBox;
import dev.reelway.isobmff.box.TrackRunBox;
import dev.reelway.isobmff.box.TrackRunBox.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Works out the samples of a track fragment: a run's own value counts first, then the fragment's
 * default, then the track's (ISO/IEC 14496-12 clause 8.8.7 and 8.8.8).
 */
public final class TrackFragmentSamples {
  private static final int MAX_SAMPLES = 1 << 20;

  private final long offset;
  private final long durationTicks;
  private final long sizeBytes;
  private final int flags;

  /** The {@code offset} of the movie fragment appears in errors. */
  public TrackFragmentSamples(TrackExtendsBox track, TrackFragmentHeaderBox header, long offset) {
    this.offset = offset;
    this.durationTicks = header.durationTicks().orElse(track.durationTicks());
    this.sizeBytes = header.sizeBytes().orElse(track.sizeBytes());
    this.flags = header.flags().orElse(track.flags());
  }

  /**
   * Returns the samples of all runs in decode order.
   *
   * @throws BoxException if there are none, or impossibly many or large ones
   */
  public List<Sample> of(List<TrackRunBox> runs) {
    long count = runs.stream().mapToLong(run -> run.entries().size()).sum();
    if (count == 0 || count > MAX_SAMPLES) {
      throw new BoxException(
          ContainerBox.TRACK_FRAGMENT, offset, count + " samples in one fragment");
    }
    List<Sample> samples = new ArrayList<>((int) count);
    for (TrackRunBox run : runs) {
      for (int i = 0; i < run.entries().size(); i++) {
        samples.add(sample(run, i));
      }
    }
    return samples;
  }

  private Sample sample(TrackRunBox run, int index) {
    TrackRunBox.Entry entry = run.entries().get(index);
    long size = run.fields().contains(Field.SIZE) ? entry.sizeBytes() : sizeBytes;
    if (size > Integer.MAX_VALUE) {
      throw new BoxException(TrackRunBox.TYPE, offset, "sample of " + size + " bytes");
    }
    return new Sample(
        run.fields().contains(Field.DURATION) ? entry.durationTicks() : durationTicks,
        (int) size,
        entry.compositionOffsetTicks(),
        SampleFlags.isSync(flags(run, index, entry)));
  }

  private int flags(TrackRunBox run, int index, TrackRunBox.Entry entry) {
    if (run.fields().contains(Field.FLAGS)) {
      return entry.flags();
    }
    return index == 0 ? run.firstSampleFlags().orElse(flags) : flags;
  }
}
