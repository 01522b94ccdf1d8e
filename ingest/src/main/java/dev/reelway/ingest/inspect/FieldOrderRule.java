package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.media.scan.PictureAnalysis;
import dev.reelway.media.scan.StreamScan;
import java.util.List;
import java.util.Optional;

/**
 * Whether a picture is deinterlaced: what was measured on decoded pictures counts more than what
 * the file says about itself.
 */
final class FieldOrderRule {

  private FieldOrderRule() {}

  static FieldOrder of(
      StreamScan.Video facts, Optional<PictureAnalysis> seen, List<Finding> findings) {
    if (facts.presentationTimes().size() < 2) {
      return FieldOrder.PROGRESSIVE; // a still has no second instant
    }
    FieldOrder declared = facts.fieldOrder();
    Optional<FieldOrder> film = seen.flatMap(PulldownRule::mixed).filter(order -> canBe(facts));
    if (film.isPresent()) {
      findings.add(PulldownRule.left());
    }
    FieldOrder order =
        seen.flatMap(MeasuredOrder::of)
            .filter(measured -> measured.interlaced() ? canBe(facts) : film.isEmpty())
            .or(() -> film)
            .orElse(declared);
    if (order != declared) {
      findings.add(contradiction(declared, order));
    }
    if (order.interlaced()) {
      findings.add(
          Finding.of(
              FindingCode.DEINTERLACED,
              "The picture is interlaced (%s field first); each field becomes a full frame."
                  .formatted(order == FieldOrder.TOP_FIRST ? "upper" : "lower")));
    }
    return order;
  }

  // Only upright or turned pictures of telephones move up and down at a steady pace, which looks
  // like fields; there are no interlaced ones.
  private static boolean canBe(StreamScan.Video facts) {
    boolean turned = facts.rotationDegrees() % 180 != 0;
    return facts.fieldOrder().interlaced() || (!turned && facts.width() >= facts.height());
  }

  private static Finding contradiction(FieldOrder declared, FieldOrder order) {
    if (!order.interlaced()) {
      return Finding.of(
          FindingCode.PROGRESSIVE_INSIDE,
          "The file says that its pictures are interlaced, but they are whole and stay as they"
              + " are.");
    }
    return declared.interlaced()
        ? Finding.of(
            FindingCode.FIELD_ORDER_WRONG,
            "The file says the wrong order of fields; the one that was seen is used.")
        : Finding.of(
            FindingCode.INTERLACED_UNTAGGED,
            "The file says that its pictures are whole, but they are interlaced.");
  }
}
