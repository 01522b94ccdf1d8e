package dev.reelway.conformance.track;

import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Where;
import dev.reelway.conformance.track.ReadSegment.Head;
import dev.reelway.isobmff.box.Box;
import dev.reelway.isobmff.box.BoxException;
import dev.reelway.isobmff.box.BoxHeader;
import dev.reelway.isobmff.box.Boxes;
import dev.reelway.isobmff.box.ContainerBox;
import dev.reelway.isobmff.read.ByteSource;
import dev.reelway.isobmff.read.TopLevelBox;
import dev.reelway.isobmff.read.TopLevelWalk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the boxes of a segment. */
final class SegmentReader {
  private final FragmentReader fragments;
  private final Findings findings;

  SegmentReader(TrackHeader header, Findings findings) {
    this.fragments = new FragmentReader(header, findings);
    this.findings = findings;
  }

  /** Reads a segment; empty if it cannot be understood, which is noted. */
  Optional<ReadSegment> read(Location location, byte[] bytes, Where where) throws IOException {
    try {
      return Optional.of(boxes(location, bytes, where));
    } catch (BoxException e) {
      findings.add(CmafRule.CMAF_SEGMENT_READABLE, where, "whole boxes", e.getMessage());
      return Optional.empty();
    }
  }

  private ReadSegment boxes(Location location, byte[] bytes, Where where) throws IOException {
    List<Head> heads = new ArrayList<>();
    List<ReadFragment> read = new ArrayList<>();
    List<TopLevelBox> boxes = TopLevelWalk.of(ByteSource.of(bytes));
    for (int i = 0; i < boxes.size(); i++) {
      TopLevelBox box = boxes.get(i);
      if (!box.isWhole()) {
        throw new BoxException(box.type(), box.offset(), box.describe());
      }
      if (box.type().equals(ContainerBox.MOVIE_FRAGMENT)) {
        read.add(fragment(location, bytes, boxes, i, where));
      } else if (!box.type().equals(BoxHeader.MEDIA_DATA)) {
        heads.add(new Head(parse(bytes, box), (int) box.end()));
      } else if (i == 0 || !boxes.get(i - 1).type().equals(ContainerBox.MOVIE_FRAGMENT)) {
        throw new BoxException(box.type(), box.offset(), "does not follow a moof");
      }
    }
    if (read.isEmpty()) {
      throw new BoxException(ContainerBox.MOVIE_FRAGMENT, 0, "is not in the segment");
    }
    return new ReadSegment(location, where, bytes, heads, read);
  }

  private ReadFragment fragment(
      Location location, byte[] bytes, List<TopLevelBox> boxes, int index, Where where) {
    TopLevelBox moof = boxes.get(index);
    boolean followed =
        index + 1 < boxes.size() && boxes.get(index + 1).type().equals(BoxHeader.MEDIA_DATA);
    if (!followed) {
      throw new BoxException(moof.type(), moof.offset(), "no mdat follows");
    }
    long fileOffset = location.range().map(range -> range.offset()).orElse(0L);
    return fragments.read(
        (ContainerBox) parse(bytes, moof), moof, boxes.get(index + 1), fileOffset, where);
  }

  private static Box parse(byte[] bytes, TopLevelBox box) {
    byte[] whole = Arrays.copyOfRange(bytes, (int) box.offset(), (int) box.end());
    return Boxes.read(whole, box.offset()).get(0);
  }
}
