package dev.reelway.conformance.track;

import dev.reelway.isobmff.box.Box;
import dev.reelway.isobmff.box.BoxException;
import dev.reelway.isobmff.box.Boxes;
import dev.reelway.isobmff.box.FourCc;
import dev.reelway.isobmff.box.SampleEntry;
import dev.reelway.isobmff.box.UnknownBox;
import dev.reelway.isobmff.read.TrackDescription;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;

/** Reads sample entries that have another name than the codec they are made like. */
final class SampleEntries {
  private static final int HEADER_BYTES = 8;
  private static final int VISUAL_BYTES = 78;
  private static final int AUDIO_BYTES = 28;
  private static final FourCc ENCRYPTED_VIDEO = FourCc.of("encv");
  private static final FourCc ENCRYPTED_AUDIO = FourCc.of("enca");

  /** Parameter sets may lie in the samples, too; else the same. */
  private static final Map<FourCc, FourCc> LIKE =
      Map.of(
          FourCc.of("avc3"), FourCc.of("avc1"),
          FourCc.of("hev1"), FourCc.of("hvc1"));

  private SampleEntries() {}

  static TrackHeader.Entry read(Box box) {
    if (box instanceof SampleEntry known) {
      return new TrackHeader.Entry(known.type(), Optional.of(known), Optional.empty());
    }
    UnknownBox unknown = (UnknownBox) box;
    Optional<Protection> protection = protection(unknown);
    FourCc codec = protection.flatMap(Protection::format).orElse(unknown.type());
    return new TrackHeader.Entry(
        unknown.type(), as(LIKE.getOrDefault(codec, codec), unknown), protection);
  }

  /** Gives the codec the name that the file has for it, such as {@code avc3}. */
  static TrackDescription renamed(TrackDescription read, TrackHeader.Entry entry) {
    FourCc codec = entry.protection().flatMap(Protection::format).orElse(entry.type());
    String like = LIKE.containsKey(codec) ? LIKE.get(codec).toString() : "";
    return like.isEmpty()
        ? read
        : new TrackDescription(
            read.kind(),
            codec + read.codec().substring(like.length()),
            read.timescale(),
            read.width(),
            read.height(),
            read.sampleRate(),
            read.channels(),
            read.language(),
            read.mediaStartTicks(),
            read.sampleEntry());
  }

  /** The same bytes under the name of a codec that is known. */
  private static Optional<SampleEntry> as(FourCc type, UnknownBox box) {
    byte[] payload = box.payload().toArray();
    ByteBuffer renamed = ByteBuffer.allocate(HEADER_BYTES + payload.length);
    renamed.putInt(renamed.capacity()).putInt(type.code()).put(payload);
    Box read = Boxes.read(renamed.array(), 0).get(0);
    return read instanceof SampleEntry entry ? Optional.of(entry) : Optional.empty();
  }

  private static Optional<Protection> protection(UnknownBox entry) {
    int fixed =
        entry.type().equals(ENCRYPTED_VIDEO)
            ? VISUAL_BYTES
            : entry.type().equals(ENCRYPTED_AUDIO) ? AUDIO_BYTES : -1;
    if (fixed < 0) {
      return Optional.empty();
    }
    byte[] payload = entry.payload().toArray();
    if (payload.length < fixed) {
      throw new BoxException(entry.type(), 0, "has only " + payload.length + " bytes");
    }
    byte[] children =
        ByteBuffer.allocate(payload.length - fixed)
            .put(payload, fixed, payload.length - fixed)
            .array();
    return Optional.of(
        Boxes.all(Boxes.read(children, fixed), UnknownBox.class).stream()
            .filter(box -> box.type().equals(Protection.INFORMATION))
            .findFirst()
            .map(Protection::read)
            .orElse(new Protection(Optional.empty(), Optional.empty(), Optional.empty())));
  }
}
