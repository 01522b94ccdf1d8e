package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Encryption;
import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.place.Resource;
import dev.reelway.conformance.rule.Findings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** EXT-X-KEY where the init segment says that samples are encrypted, and nowhere else. */
final class EncryptionRules implements HlsRules {
  @Override
  public void check(HlsPackage title, Measurements measurements, Findings findings)
      throws IOException {
    for (HlsPackage.Entry entry : title.entries().values()) {
      Optional<Boolean> encrypted = Encryption.of(title.place(), entry.track().init());
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
}
