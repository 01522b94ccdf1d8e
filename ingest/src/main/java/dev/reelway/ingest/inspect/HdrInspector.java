package dev.reelway.ingest.inspect;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.HdrMetadata;
import dev.reelway.contracts.master.Master;
import dev.reelway.media.scan.HdrScan;
import dev.reelway.media.scan.HdrScan.DolbyVision;
import java.util.ArrayList;
import java.util.List;

/** Says what a master's high dynamic range is, and which of its additions are not kept. */
final class HdrInspector {

  private static final int PQ = 16;
  private static final int LUMINANCES_PER_NIT = 10_000;

  /** Profiles whose base layer is in Dolby's own colour, unless their compatibility says else. */
  private static final List<Integer> OWN_COLOUR = List.of(5, 10, 20);

  private HdrInspector() {}

  /**
   * Refuses a picture that is nothing without Dolby Vision.
   *
   * @throws ReelwayException {@code MASTER_UNSUPPORTED}
   */
  static void refuse(Master master, HdrScan hdr) {
    hdr.dolbyVision()
        .filter(dolby -> dolby.compatibility() == 0 && OWN_COLOUR.contains(dolby.profile()))
        .ifPresent(
            dolby -> {
              throw new ReelwayException(
                  FailureKind.MASTER_UNSUPPORTED,
                  ("The picture of '%s' is Dolby Vision profile %d, whose base layer shows wrong"
                          + " colours without Dolby Vision.")
                      .formatted(master.name(), dolby.profile()));
            });
  }

  /** What is kept of the metadata: nothing in SDR. */
  static HdrMetadata metadata(HdrScan hdr, Colour colour) {
    return colour.highDynamicRange() ? hdr.metadata() : HdrMetadata.NONE;
  }

  static List<Finding> findings(HdrScan hdr, Colour colour) {
    List<Finding> findings = new ArrayList<>();
    if (colour.highDynamicRange()) {
      findings.add(Finding.of(FindingCode.HDR, words(hdr.metadata(), colour)));
    }
    hdr.dolbyVision().ifPresent(dolby -> findings.add(dolbyVision(dolby, colour)));
    if (hdr.dynamicMetadata()) {
      findings.add(
          Finding.of(
              FindingCode.HDR10_PLUS_DROPPED,
              "HDR10+ accompanies the picture and is dropped; HDR10 remains."));
    }
    return findings;
  }

  private static String words(HdrMetadata metadata, Colour colour) {
    if (colour.transfer() != PQ) {
      return "The picture is in high dynamic range (HLG).";
    }
    String display =
        metadata
            .mastering()
            .map(
                d ->
                    ", approved on a display of "
                        + d.maxLuminance() / LUMINANCES_PER_NIT
                        + " cd/m²")
            .orElse("");
    String light =
        metadata
            .light()
            .filter(l -> l.maxContentLight() > 0)
            .map(l -> ", at most " + l.maxContentLight() + " cd/m² bright")
            .orElse("");
    String unknown =
        display.isEmpty() && light.isEmpty() ? ", without a word about its brightness" : "";
    return "The picture is in high dynamic range (PQ)" + display + light + unknown + ".";
  }

  private static Finding dolbyVision(DolbyVision dolby, Colour colour) {
    String base = colour.highDynamicRange() ? (colour.transfer() == PQ ? "HDR10" : "HLG") : "SDR";
    return Finding.of(
        FindingCode.DOLBY_VISION_BASE_LAYER,
        "The picture is Dolby Vision (profile %s); its base layer, which is %s, is used alone."
            .formatted(
                dolby.compatibility() == 0 || dolby.profile() == 7
                    ? Integer.toString(dolby.profile())
                    : dolby.profile() + "." + dolby.compatibility(),
                base));
  }
}
