package dev.reelway.conformance.hls;

import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.place.Resource;
import dev.reelway.conformance.rule.Findings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** EXT-X-KEY where the init segment says that samples are encrypted, and nowhere else. */
final class EncryptionRules implements HlsRules {
  private static final int MAX_INIT_BYTES = 1 << 20;

  @Override
  public void check(HlsPackage title, Measurements measurements, Findings findings)
      throws IOException {
    for (HlsPackage.Entry entry : title.entries().values()) {
      Optional<Boolean> encrypted = encrypted(title, entry);
      boolean declared = entry.playlist().segments().stream().anyMatch(MediaSegment::encrypted);
      if (encrypted.isPresent() && encrypted.get() && !declared) {
        new Faults(entry.playlist().path(), findings)
            .add(HlsRule.HLS_KEY_MISSING, 0, "#EXT-X-KEY, as the samples are encrypted", "none");
      }
      boolean wholeSegments = entry.playlist().has(HlsTag.EXT_X_KEY) && declared;
      if (encrypted.isPresent() && !encrypted.get() && wholeSegments && samples(title, entry)) {
        new Faults(entry.playlist().path(), findings)
            .add(HlsRule.HLS_KEY_MISSING, 0, "no #EXT-X-KEY, as the samples are clear", "one");
      }
    }
  }

  /** Whether the segments themselves are readable boxes, not encrypted as a whole (AES-128). */
  private static boolean samples(HlsPackage title, HlsPackage.Entry entry) throws IOException {
    Optional<Location> first = entry.playlist().segments().get(0).location();
    Optional<Resource> file =
        first.isPresent() ? title.place().open(first.get().path()) : Optional.empty();
    if (file.isEmpty() || file.get().sizeBytes() < 8) {
      return false;
    }
    String type = new String(file.get().read(4, 4), StandardCharsets.ISO_8859_1);
    return type.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private static Optional<Boolean> encrypted(HlsPackage title, HlsPackage.Entry entry)
      throws IOException {
    Optional<Location> init = entry.track().init();
    Optional<Resource> file =
        init.isPresent() ? title.place().open(init.get().path()) : Optional.empty();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    long offset = init.get().range().map(range -> range.offset()).orElse(0L);
    long size = init.get().range().map(range -> range.length()).orElse(file.get().sizeBytes());
    if (offset + size > file.get().sizeBytes() || size > MAX_INIT_BYTES) {
      return Optional.empty();
    }
    String text = new String(file.get().read(offset, (int) size), StandardCharsets.ISO_8859_1);
    return Optional.of(text.contains("encv") || text.contains("enca"));
  }
}
