package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.master.Finding;
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
      StreamScan.Video facts, Optional<FieldOrder> measured, List<Finding> findings) {
    if (facts.presentationTimes().size() < 2) {
      return FieldOrder.PROGRESSIVE; // a still has no second instant
    }
    FieldOrder declared = facts.fieldOrder();
    FieldOrder order = measured.orElse(declared);
    if (order.interlaced()) {
      findings.add(
          Finding.info(
              "DEINTERLACED",
              "The picture is interlaced (%s field first); each field becomes a full frame."
                  .formatted(order == FieldOrder.TOP_FIRST ? "upper" : "lower")));
    }
    if (order != declared) {
      findings.add(Finding.warning("FIELD_ORDER_WRONG", contradiction(declared, order)));
    }
    return order;
  }

  private static String contradiction(FieldOrder declared, FieldOrder order) {
    if (!order.interlaced()) {
      return "The file says that its picture is interlaced, but it is not; it stays as it is.";
    }
    return declared.interlaced()
        ? "The file says the wrong order of fields; the measured one is used."
        : "The file says that its picture is progressive, but it is interlaced.";
  }
}
