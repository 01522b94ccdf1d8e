package dev.reelway.conformance.dash;

import dev.reelway.conformance.manifest.Encryption;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** ContentProtection where the init segment says that samples are encrypted. */
final class ProtectionRules implements DashRules {
  private static final String MP4_PROTECTION = "urn:mpeg:dash:mp4protection:2011";
  private static final String DEFAULT_KEY = "{urn:mpeg:cenc:2013}default_KID";

  @Override
  public void check(DashPackage title) throws IOException {
    for (MpdTrack track : title.mpd().tracks()) {
      Optional<Boolean> encrypted = Encryption.of(title.place(), track.track().init());
      if (encrypted.isPresent()) {
        check(title, track, encrypted.get());
      }
    }
  }

  private static void check(DashPackage title, MpdTrack track, boolean encrypted) {
    boolean declared =
        Stream.of(track.representation(), track.set())
            .anyMatch(level -> level.first("ContentProtection").isPresent());
    boolean key =
        track
            .descriptors("ContentProtection", MP4_PROTECTION)
            .anyMatch(found -> found.attribute(DEFAULT_KEY).isPresent());
    if (encrypted && !key) {
      fault(title, track, "a ContentProtection " + MP4_PROTECTION + " with default_KID", "none");
    }
    if (!encrypted && declared) {
      fault(title, track, "no ContentProtection, as the samples are clear", "one");
    }
  }

  private static void fault(DashPackage title, MpdTrack track, String expected, String found) {
    title.faults().add(DashRule.DASH_CONTENT_PROTECTION, track.line(), expected, found);
  }
}
