package dev.reelway.conformance.track;

import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Where;
import dev.reelway.isobmff.box.FourCc;
import java.util.Optional;

/** Judges how an encrypted track says so. */
final class ProtectionCheck {
  private final TrackHeader header;
  private final Where where;
  private final Findings findings;

  ProtectionCheck(TrackHeader header, Where where, Findings findings) {
    this.header = header;
    this.where = where;
    this.findings = findings;
  }

  void check() {
    header.entry().protection().ifPresent(this::check);
  }

  private void check(Protection protection) {
    findings.expect(
        protection.format().isPresent()
            && protection.scheme().isPresent()
            && protection.trackEncryption().isPresent(),
        CmafRule.CMAF_PROTECTION_DESCRIBED,
        where,
        "frma, schm and tenc",
        present(protection.format(), "frma")
            + present(protection.scheme(), "schm")
            + present(protection.trackEncryption(), "tenc"));
    String scheme = protection.scheme().map(FourCc::toString).orElse("none");
    String pattern = protection.pattern().orElse("none");
    boolean video = header.kind().equals(Optional.of(MediaKind.VIDEO));
    String wanted = scheme.equals("cbcs") && video ? "1:9" : "0:0";
    findings.expect(
        (scheme.equals("cenc") || scheme.equals("cbcs")) && pattern.equals(wanted),
        CmafRule.CMAF_PROTECTION_SCHEME,
        where,
        "cenc, or cbcs with the pattern " + wanted,
        scheme + " with the pattern " + pattern);
  }

  private static String present(Optional<?> value, String name) {
    return value.isPresent() ? name + " " : "no " + name + " ";
  }
}
