package dev.reelway.conformance.track;

import dev.reelway.conformance.bitstream.BitstreamRule;
import dev.reelway.conformance.bitstream.Codecs;
import dev.reelway.conformance.bitstream.Picture;
import dev.reelway.conformance.bitstream.PictureReader;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.isobmff.Bytes;
import dev.reelway.isobmff.Sample;
import dev.reelway.isobmff.box.SampleEntry;
import dev.reelway.isobmff.codec.BitstreamException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Compares what the boxes say of pictures with what the pictures say of themselves. */
final class PictureCheck implements SegmentCheck {
  private final PictureReader reader;
  private final boolean freeOfSets;
  private final boolean setsInBand;
  private final Set<Bytes> sets;
  private final Set<Integer> pictureSets;
  private final Findings findings;

  private PictureCheck(
      PictureReader reader, TrackHeader header, SampleEntry entry, Findings findings) {
    this.reader = reader;
    this.freeOfSets = isFreeOfSets(header);
    this.setsInBand = Codecs.hasSetsInBand(entry) || freeOfSets;
    this.sets = Set.copyOf(Codecs.sets(entry));
    this.pictureSets = new HashSet<>(Codecs.pictureSets(entry));
    this.findings = findings;
  }

  /** Empty when the pictures of the track cannot be read. */
  static Optional<SegmentCheck> of(TrackHeader header, Findings findings) {
    try {
      return header
          .entry()
          .clear()
          .flatMap(
              entry ->
                  Codecs.reader(entry)
                      .map(reader -> new PictureCheck(reader, header, entry, findings)));
    } catch (BitstreamException e) {
      return Optional.empty(); // the header check has told it
    }
  }

  /** Under these names the samples may set parameters as they like. */
  private static boolean isFreeOfSets(TrackHeader header) {
    String type = header.entry().type().toString();
    return type.equals("avc3") || type.equals("hev1");
  }

  @Override
  public void see(ReadSegment segment) {
    int index = 0;
    Optional<Picture> first = Optional.empty();
    for (ReadFragment fragment : segment.fragments()) {
      for (int i = 0; i < fragment.samples().size(); i++, index++) {
        Sample sample = fragment.samples().get(i);
        int from = fragment.positions().get(i);
        Optional<Picture> picture = read(segment, from, sample);
        picture.ifPresent(known -> picture(segment, sample, known));
        first = index == 0 ? picture : first;
      }
    }
    first.ifPresent(picture -> start(segment, picture));
  }

  private Optional<Picture> read(ReadSegment segment, int from, Sample sample) {
    try {
      return Optional.of(reader.read(segment.bytes(), from, from + sample.sizeBytes()));
    } catch (BitstreamException e) {
      findings.add(
          BitstreamRule.BITSTREAM_READABLE, segment.where(), "whole units", e.getMessage());
      return Optional.empty();
    }
  }

  private void picture(ReadSegment segment, Sample sample, Picture picture) {
    findings.expect(
        sample.sync() ? picture.flaggable() : !picture.start(),
        BitstreamRule.BITSTREAM_SYNC_FLAGS,
        segment.where(),
        picture.start() ? "flagged as sync: " + picture.type() : "not sync: " + picture.type(),
        sample.sync() ? "sync" : "not sync");
    for (byte[] unit : picture.parameterSets()) {
      set(segment, Bytes.copyOf(unit));
    }
    for (int number : picture.pictureSets()) {
      findings.expect(
          setsInBand || pictureSets.contains(number),
          BitstreamRule.BITSTREAM_SETS_KNOWN,
          segment.where(),
          "one of " + pictureSets,
          number);
    }
  }

  private void set(ReadSegment segment, Bytes unit) {
    boolean same = sets.contains(unit);
    if (!same && !freeOfSets) {
      findings.add(
          BitstreamRule.BITSTREAM_SETS_MATCH,
          segment.where(),
          "those of the sample entry",
          "another parameter set: " + unit);
    } else if (!setsInBand) {
      findings.add(
          BitstreamRule.BITSTREAM_SETS_OUT_OF_BAND,
          segment.where(),
          "none in the samples",
          "the same again");
    }
  }

  private void start(ReadSegment segment, Picture first) {
    findings.expect(
        first.start(),
        BitstreamRule.BITSTREAM_STARTS_WITH_KEY,
        segment.where(),
        "an IDR picture or a key frame",
        first.type());
    long[] times = segment.presentationTicks();
    long before = 0;
    for (long time : times) {
      before += time < times[0] ? 1 : 0;
    }
    findings.expect(
        before == 0 || first.leadingAllowed(),
        BitstreamRule.BITSTREAM_CLOSED_GROUPS,
        segment.where(),
        "none shown before the first",
        before + " shown before it");
  }
}
