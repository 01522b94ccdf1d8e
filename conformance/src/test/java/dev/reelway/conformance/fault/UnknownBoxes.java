package dev.reelway.conformance.fault;

import dev.reelway.isobmff.Bytes;
import dev.reelway.isobmff.box.FourCc;
import dev.reelway.isobmff.box.UnknownBox;
import dev.reelway.isobmff.box.VisualSampleEntry;
import java.io.ByteArrayOutputStream;

/** Boxes that have no record of their own. */
final class UnknownBoxes {
  private static final int HEADER_BYTES = 8;

  private UnknownBoxes() {}

  static UnknownBox of(String type, byte[] payload) {
    return new UnknownBox(FourCc.of(type), Bytes.copyOf(payload));
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  static byte[] hex(String digits) {
    return Bytes.ofHex(digits).toArray();
  }

  /** The same sample entry under another name. */
  static UnknownBox renamed(VisualSampleEntry entry, String type) {
    byte[] whole = entry.toBytes();
    return of(type, Bytes.copyOf(whole, HEADER_BYTES, whole.length - HEADER_BYTES).toArray());
  }

  /**
   * The sample entry as if it was encrypted.
   *
   * @param scheme empty leaves {@code schm} out
   * @param pattern blocks encrypted and skipped, one hexadecimal digit each
   */
  static UnknownBox encrypted(VisualSampleEntry entry, String scheme, String pattern) {
    UnknownBox format = of("frma", four("avc1"));
    byte[] schemeType =
        scheme.isEmpty()
            ? new byte[0]
            : of("schm", join(hex("00000000"), four(scheme), hex("00010000"))).toBytes();
    UnknownBox encryption =
        of("tenc", join(hex("01000000" + "00" + pattern + "0100" + "00".repeat(16)), hex("")));
    UnknownBox information = of("schi", encryption.toBytes());
    byte[] all = join(format.toBytes(), schemeType, information.toBytes());
    return of("encv", join(renamed(entry, "encv").payload().toArray(), of("sinf", all).toBytes()));
  }

  private static byte[] four(String letters) {
    return letters.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
