package dev.reelway.conformance.track;

import dev.reelway.isobmff.Bytes;
import dev.reelway.isobmff.box.Box;
import dev.reelway.isobmff.box.Boxes;
import dev.reelway.isobmff.box.FourCc;
import dev.reelway.isobmff.box.UnknownBox;
import java.util.List;
import java.util.Optional;

/**
 * How a track is encrypted: the {@code sinf} of its sample entry (ISO/IEC 14496-12 clause 8.12).
 *
 * @param format the codec's sample entry when it is not encrypted
 * @param scheme {@code cenc}, {@code cbcs} …
 * @param trackEncryption the payload of {@code tenc}, ISO/IEC 23001-7 clause 8.2
 */
public record Protection(
    Optional<FourCc> format, Optional<FourCc> scheme, Optional<Bytes> trackEncryption) {
  static final FourCc INFORMATION = FourCc.of("sinf");
  private static final FourCc FORMAT = FourCc.of("frma");
  private static final FourCc SCHEME = FourCc.of("schm");
  private static final FourCc SCHEME_INFORMATION = FourCc.of("schi");
  private static final FourCc TRACK_ENCRYPTION = FourCc.of("tenc");
  private static final int FULL_BOX_BYTES = 4;

  /** Reads the children of a {@code sinf}. */
  static Protection read(UnknownBox information) {
    List<Box> boxes = Boxes.read(information.payload().toArray(), 0);
    return new Protection(
        payload(boxes, FORMAT).map(bytes -> code(bytes, 0)),
        payload(boxes, SCHEME).map(bytes -> code(bytes, FULL_BOX_BYTES)),
        payload(boxes, SCHEME_INFORMATION)
            .map(bytes -> Boxes.read(bytes.toArray(), 0))
            .flatMap(inner -> payload(inner, TRACK_ENCRYPTION)));
  }

  /** The blocks that are encrypted and skipped in turn, such as {@code 1:9}; {@code 0:0} is all. */
  Optional<String> pattern() {
    return trackEncryption
        .filter(bytes -> bytes.size() > FULL_BOX_BYTES + 1)
        .map(bytes -> bytes.at(0) == 0 ? 0 : bytes.at(FULL_BOX_BYTES + 1))
        .map(byteOfBoth -> (byteOfBoth >> 4) + ":" + (byteOfBoth & 0xf));
  }

  private static Optional<Bytes> payload(List<Box> boxes, FourCc type) {
    return Boxes.all(boxes, UnknownBox.class).stream()
        .filter(box -> box.type().equals(type))
        .map(UnknownBox::payload)
        .findFirst();
  }

  private static FourCc code(Bytes bytes, int at) {
    int code = 0;
    for (int i = at; i < Math.min(at + 4, bytes.size()); i++) {
      code = code << 8 | bytes.at(i);
    }
    return new FourCc(code);
  }
}
