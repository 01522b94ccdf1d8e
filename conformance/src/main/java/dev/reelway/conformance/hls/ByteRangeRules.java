package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.place.ByteRange;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.place.Resource;
import dev.reelway.conformance.rule.Findings;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Byte ranges lie within their file, and not over one another. */
final class ByteRangeRules implements HlsRules {

  @Override
  public void check(HlsPackage title, Measurements measurements, Findings findings)
      throws IOException {
    for (HlsPackage.Entry entry : title.entries().values()) {
      playlist(title, entry, new Faults(entry.playlist().path(), findings));
    }
  }

  private static void playlist(HlsPackage title, HlsPackage.Entry entry, Faults faults)
      throws IOException {
    Map<String, Long> sizes = new HashMap<>();
    String file = "";
    long end = 0;
    for (MediaSegment segment : entry.playlist().segments()) {
      Optional<ByteRange> range = segment.location().flatMap(Location::range);
      if (range.isEmpty()) {
        continue;
      }
      String path = segment.location().get().path();
      if (!sizes.containsKey(path)) {
        sizes.put(path, size(title, path));
      }
      within(segment, range.get(), sizes.get(path), faults);
      boolean over = path.equals(file) && range.get().offset() < end;
      if (over && entry.track().kind() != MediaKind.KEY_FRAMES) {
        faults.add(
            HlsRule.HLS_BYTE_RANGE_OVERLAP,
            segment.line(),
            "an offset of " + end + " or more",
            String.valueOf(range.get().offset()));
      }
      file = path;
      end = range.get().end();
    }
  }

  private static void within(MediaSegment segment, ByteRange range, long size, Faults faults) {
    if (range.end() > size) {
      faults.add(
          HlsRule.HLS_BYTE_RANGE,
          segment.line(),
          "a range within " + size + " bytes",
          "one that ends at " + range.end());
    }
  }

  private static long size(HlsPackage title, String path) throws IOException {
    Optional<Resource> file = title.place().open(path);
    return file.isPresent() ? file.get().sizeBytes() : Long.MAX_VALUE;
  }
}
