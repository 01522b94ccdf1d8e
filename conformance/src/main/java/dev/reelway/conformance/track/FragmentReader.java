package dev.reelway.conformance.track;

import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Where;
import dev.reelway.isobmff.Sample;
import dev.reelway.isobmff.box.Box;
import dev.reelway.isobmff.box.BoxException;
import dev.reelway.isobmff.box.ContainerBox;
import dev.reelway.isobmff.box.MovieFragmentHeaderBox;
import dev.reelway.isobmff.box.TrackExtendsBox;
import dev.reelway.isobmff.box.TrackFragmentDecodeTimeBox;
import dev.reelway.isobmff.box.TrackFragmentHeaderBox;
import dev.reelway.isobmff.box.TrackRunBox;
import dev.reelway.isobmff.read.TopLevelBox;
import dev.reelway.isobmff.read.TrackFragmentSamples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Works out the samples of a movie fragment and where their bytes lie. */
final class FragmentReader {
  private final TrackHeader header;
  private final Findings findings;

  FragmentReader(TrackHeader header, Findings findings) {
    this.header = header;
    this.findings = findings;
  }

  /** A run of bytes that samples cover. */
  private record Span(long start, long end) {}

  ReadFragment read(
      ContainerBox box, TopLevelBox moof, TopLevelBox data, long fileOffset, Where where) {
    List<Span> spans = new ArrayList<>();
    ReadFragment found = null;
    List<ContainerBox> tracks = box.containers(ContainerBox.TRACK_FRAGMENT);
    for (ContainerBox track : tracks) {
      TrackFragmentHeaderBox head = track.require(TrackFragmentHeaderBox.class);
      List<TrackRunBox> runs = track.all(TrackRunBox.class);
      List<Sample> samples = new TrackFragmentSamples(defaults(head), head, moof.offset()).of(runs);
      long base = head.baseDataOffset().orElse(moof.offset() + fileOffset) - fileOffset;
      List<Integer> positions = positions(runs, samples, base, data, spans);
      if (head.trackId() == header.trackId() && found == null) {
        checkHead(head, runs, where);
        found =
            new ReadFragment(
                (int) moof.offset(),
                (int) data.end(),
                box.require(MovieFragmentHeaderBox.class).sequenceNumber(),
                decodeTime(track),
                samples,
                positions,
                tellsEncryption(track));
      }
    }
    checkFilled(spans, data, where);
    if (found == null) {
      findings.add(
          CmafRule.CMAF_TRACK_ID_MATCHES, where, "track " + header.trackId(), "other tracks");
      throw new BoxException(moof.type(), moof.offset(), "holds nothing of this track");
    }
    return found;
  }

  private void checkHead(TrackFragmentHeaderBox head, List<TrackRunBox> runs, Where where) {
    findings.expect(
        head.baseDataOffset().isEmpty(),
        CmafRule.CMAF_ADDRESSES_RELATIVE,
        where,
        "offsets from the movie fragment",
        "a base in the file");
    findings.expect(runs.size() == 1, CmafRule.CMAF_ONE_RUN, where, "1 run", runs.size() + " runs");
  }

  private TrackExtendsBox defaults(TrackFragmentHeaderBox head) {
    return header
        .defaults()
        .getOrDefault(head.trackId(), new TrackExtendsBox(head.trackId(), 1, 0, 0, 0));
  }

  /** First run: from the base; later ones go on where the run before ended, unless they say. */
  private static List<Integer> positions(
      List<TrackRunBox> runs, List<Sample> samples, long base, TopLevelBox data, List<Span> spans) {
    List<Integer> positions = new ArrayList<>();
    long position = base;
    int index = 0;
    for (TrackRunBox run : runs) {
      position = run.dataOffset().isPresent() ? base + run.dataOffset().getAsInt() : position;
      long start = position;
      for (int i = 0; i < run.entries().size(); i++) {
        Sample sample = samples.get(index++);
        if (position < 0 || position + sample.sizeBytes() > data.end()) {
          throw new BoxException(
              TrackRunBox.TYPE, data.offset(), "a sample lies outside the media data");
        }
        positions.add((int) position);
        position += sample.sizeBytes();
      }
      spans.add(new Span(start, position));
    }
    return positions;
  }

  private void checkFilled(List<Span> spans, TopLevelBox data, Where where) {
    spans.sort(Comparator.comparingLong(Span::start));
    long position = data.payloadOffset();
    for (Span span : spans) {
      if (span.start() != position) {
        break;
      }
      position = span.end();
    }
    findings.expect(
        position == data.end(),
        CmafRule.CMAF_TRUN_FILLS_MDAT,
        where,
        data.payloadBytes() + " bytes",
        position - data.payloadOffset() + " bytes");
  }

  private static OptionalLong decodeTime(ContainerBox track) {
    return track
        .find(TrackFragmentDecodeTimeBox.class)
        .map(box -> OptionalLong.of(box.baseDecodeTimeTicks()))
        .orElse(OptionalLong.empty());
  }

  /** By {@code senc}, or by {@code saiz} and {@code saio}. */
  private static boolean tellsEncryption(ContainerBox track) {
    Set<String> types = new HashSet<>();
    for (Box box : track.children()) {
      types.add(box.type().toString());
    }
    return types.contains("senc") || types.containsAll(Set.of("saiz", "saio"));
  }
}
