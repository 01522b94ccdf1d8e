package dev.reelway.conformance.track;

import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.rule.Where;
import dev.reelway.isobmff.Sample;
import dev.reelway.isobmff.box.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * A segment whose bytes are at hand.
 *
 * @param location of the bytes
 * @param where for findings
 * @param bytes all of them; not copied, nobody writes to them
 * @param heads every top-level box that is neither fragment nor media data, by where it ends
 * @param fragments at least one
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes, which are compared by nobody
record ReadSegment(
    Location location, Where where, byte[] bytes, List<Head> heads, List<ReadFragment> fragments) {

  /** A box in front of fragments, and the offset behind it. */
  record Head(Box box, int end) {}

  ReadSegment {
    heads = List.copyOf(heads);
    fragments = List.copyOf(fragments);
  }

  /** Returns all samples in decode order. */
  List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    fragments.forEach(fragment -> samples.addAll(fragment.samples()));
    return samples;
  }

  long durationTicks() {
    return fragments.stream().mapToLong(ReadFragment::durationTicks).sum();
  }

  /** Returns the decode time of the first sample; 0 if it is not told. */
  long decodeTicks() {
    return fragments.get(0).decodeTime().orElse(0);
  }

  /** Returns the presentation times of all samples, in decode order. */
  long[] presentationTicks() {
    long[] times = new long[samples().size()];
    int index = 0;
    long decode = decodeTicks();
    for (ReadFragment fragment : fragments) {
      decode = fragment.decodeTime().orElse(decode);
      for (Sample sample : fragment.samples()) {
        times[index++] = decode + sample.compositionOffsetTicks();
        decode += sample.durationTicks();
      }
    }
    return times;
  }
}
