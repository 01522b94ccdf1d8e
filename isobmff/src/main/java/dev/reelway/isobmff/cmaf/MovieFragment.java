package dev.reelway.isobmff.cmaf;

import static dev.reelway.isobmff.box.ContainerBox.MOVIE_FRAGMENT;
import static dev.reelway.isobmff.box.ContainerBox.TRACK_FRAGMENT;

import dev.reelway.isobmff.Sample;
import dev.reelway.isobmff.box.ContainerBox;
import dev.reelway.isobmff.box.MovieFragmentHeaderBox;
import dev.reelway.isobmff.box.SampleFlags;
import dev.reelway.isobmff.box.TrackFragmentDecodeTimeBox;
import dev.reelway.isobmff.box.TrackFragmentHeaderBox;
import dev.reelway.isobmff.box.TrackRunBox;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Builds the smallest {@code moof} that repeats nothing: what all samples share goes into the track
 * fragment header, the rest into the run. Nothing is left to {@code trex}, as {@code cmf2} demands
 * (ISO/IEC 23000-19 clause 7.7.3).
 */
final class MovieFragment {
  private static final int FIRST_DESCRIPTION = 1;

  private MovieFragment() {}

  static ContainerBox of(Fragment fragment, int dataOffset) {
    List<Sample> samples = fragment.samples();
    return ContainerBox.of(
        MOVIE_FRAGMENT,
        new MovieFragmentHeaderBox(fragment.sequenceNumber()),
        ContainerBox.of(
            TRACK_FRAGMENT,
            header(samples),
            new TrackFragmentDecodeTimeBox(fragment.baseDecodeTimeTicks()),
            run(samples, dataOffset)));
  }

  private static TrackFragmentHeaderBox header(List<Sample> samples) {
    boolean oneFlag = restShares(samples, MovieFragment::flags);
    return new TrackFragmentHeaderBox(
        InitSegment.TRACK_ID,
        OptionalLong.empty(),
        OptionalLong.of(FIRST_DESCRIPTION),
        shared(samples, Sample::durationTicks),
        shared(samples, Sample::sizeBytes),
        oneFlag ? OptionalInt.of(flags(last(samples))) : OptionalInt.empty(),
        false,
        true);
  }

  private static TrackRunBox run(List<Sample> samples, int dataOffset) {
    Set<TrackRunBox.Field> fields = EnumSet.noneOf(TrackRunBox.Field.class);
    if (shared(samples, Sample::durationTicks).isEmpty()) {
      fields.add(TrackRunBox.Field.DURATION);
    }
    if (shared(samples, Sample::sizeBytes).isEmpty()) {
      fields.add(TrackRunBox.Field.SIZE);
    }
    if (!restShares(samples, MovieFragment::flags)) {
      fields.add(TrackRunBox.Field.FLAGS);
    }
    if (samples.stream().anyMatch(sample -> sample.compositionOffsetTicks() != 0)) {
      fields.add(TrackRunBox.Field.COMPOSITION_OFFSET);
    }
    boolean firstDiffers =
        !fields.contains(TrackRunBox.Field.FLAGS) && flags(samples.get(0)) != flags(last(samples));
    return new TrackRunBox(
        OptionalInt.of(dataOffset),
        firstDiffers ? OptionalInt.of(flags(samples.get(0))) : OptionalInt.empty(),
        fields,
        samples.stream().map(MovieFragment::entry).toList());
  }

  private static TrackRunBox.Entry entry(Sample sample) {
    return new TrackRunBox.Entry(
        sample.durationTicks(),
        sample.sizeBytes(),
        flags(sample),
        (int) sample.compositionOffsetTicks());
  }

  private static int flags(Sample sample) {
    return SampleFlags.of(sample.sync());
  }

  private static OptionalLong shared(List<Sample> samples, ToLongFunction<Sample> field) {
    long first = field.applyAsLong(samples.get(0));
    return restShares(samples, field) && first == field.applyAsLong(last(samples))
        ? OptionalLong.of(first)
        : OptionalLong.empty();
  }

  /** Whether all samples but the first have the same value. */
  private static boolean restShares(List<Sample> samples, ToLongFunction<Sample> field) {
    long value = field.applyAsLong(last(samples));
    return samples.stream().skip(1).allMatch(sample -> field.applyAsLong(sample) == value);
  }

  private static Sample last(List<Sample> samples) {
    return samples.get(samples.size() - 1);
  }
}
