package dev.reelway.packager;

import dev.reelway.conformance.hls.HlsRule;
import dev.reelway.conformance.hls.TextPart;
import dev.reelway.conformance.manifest.ImageSize;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Where;
import dev.reelway.conformance.track.CmafRule;
import dev.reelway.conformance.track.HeaderReader;
import dev.reelway.conformance.track.SegmentJudge;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.work.SegmentMeasures;
import dev.reelway.isobmff.read.ByteSource;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** How the segments of one part are judged, in their order. */
@FunctionalInterface
interface PartJudge {

  /**
   * A segment that was read back.
   *
   * @param bytes of it
   * @param where in the package
   * @param start presentation in the title
   * @param duration presented
   */
  @SuppressWarnings("ArrayRecordComponent") // megabytes, which are compared by nobody
  record Stored(byte[] bytes, Where where, MediaTime start, MediaTime duration) {}

  /** Notes what is wrong; what a CMAF segment measures, if it can be understood. */
  Optional<SegmentMeasures> judge(Stored segment) throws IOException;

  /** CMAF segments that go with an init segment. */
  static PartJudge ofSegments(byte[] init, Where where, Findings findings) {
    try {
      SegmentJudge judge = new SegmentJudge(HeaderReader.read(init), findings);
      return segment ->
          judge.judge(Location.of(segment.where().file()), segment.bytes(), segment.where());
    } catch (IllegalArgumentException e) { // of boxes or of a codec's configuration
      findings.add(CmafRule.CMAF_INIT_READABLE, where, "a movie with a track", e.getMessage());
      return segment -> Optional.empty();
    }
  }

  /** WebVTT files. */
  static PartJudge ofText(String track, Findings findings) {
    TextPart text = new TextPart(track, findings);
    return segment -> {
      text.see(segment.where().file(), segment.bytes(), segment.start(), segment.duration());
      return Optional.empty();
    };
  }

  /** Images, which are as large as the first one: that is compared with the manifests later. */
  static PartJudge ofImages(Findings findings) {
    AtomicReference<Optional<ImageSize>> first = new AtomicReference<>();
    return segment -> {
      Optional<ImageSize> size = ImageSize.read(ByteSource.of(segment.bytes()));
      first.compareAndSet(null, size);
      findings.expect(
          size.isPresent() && size.equals(first.get()),
          HlsRule.HLS_TILES,
          segment.where(),
          "an image of " + first.get().map(ImageSize::toString).orElse("some size"),
          size.map(ImageSize::toString).orElse("no JPEG"));
      return Optional.empty();
    };
  }
}
