package dev.reelway.media.process;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.isobmff.box.BoxException;
import dev.reelway.isobmff.box.BoxHeader;
import dev.reelway.isobmff.box.ContainerBox;
import dev.reelway.isobmff.box.FourCc;
import dev.reelway.isobmff.read.ByteSource;
import dev.reelway.isobmff.read.TopLevelBox;
import dev.reelway.isobmff.read.TopLevelWalk;
import dev.reelway.media.task.ScanTask;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What can be told of a master before FFmpeg sees it: obvious non-media, and for MP4 and MOV where
 * the sample data lie and whether the file is whole.
 */
record MasterStructure(List<TopLevelBox> boxes, OptionalLong cutAtByte) {

  private static final Set<String> BRANDED =
      Set.of("ftyp", "moov", "mdat", "wide", "free", "skip", "pnot", "moof", "styp", "sidx");

  /** What else may follow the media; a cut one of these is missing something. */
  private static final Set<String> MORE_BOXES =
      Set.of("uuid", "meta", "udta", "mfra", "emsg", "prft");

  /** Looks at the first bytes and, for MP4 and MOV, at the headers of all top-level boxes. */
  static MasterStructure read(MasterBytes master) throws IOException {
    if (master.sizeBytes() == 0) {
      throw new ReelwayException(FailureKind.MASTER_EMPTY, "The file is empty (0 bytes).");
    }
    byte[] head = head(master);
    NoMedia.refuse(head);
    ByteSource source = adapt(master);
    if (head.length < 8 || !BRANDED.contains(new String(head, 4, 4, StandardCharsets.US_ASCII))) {
      return new MasterStructure(List.of(), DeclaredEnd.cutAt(source));
    }
    try {
      List<TopLevelBox> boxes = withoutJunk(TopLevelWalk.of(source));
      MasterStructure structure = new MasterStructure(boxes, cutAtByte(boxes));
      structure.refuseWithoutTables();
      structure.refuseEncrypted(source);
      return structure;
    } catch (BoxException e) {
      throw new ReelwayException(
          FailureKind.MASTER_MALFORMED, "The MP4 structure is broken: " + e.getMessage() + ".", e);
    }
  }

  ScanTask scanTask() {
    return new ScanTask(
        boxes.stream()
            .filter(box -> box.type().equals(BoxHeader.MEDIA_DATA))
            .map(box -> new ScanTask.Payload(box.payloadOffset(), box.end()))
            .toList(),
        cutAtByte);
  }

  // Transfers and tools leave bytes behind the last box; read as a box, they seem to be cut.
  private static List<TopLevelBox> withoutJunk(List<TopLevelBox> boxes) {
    int last = boxes.size() - 1;
    boolean media =
        has(boxes, ContainerBox.MOVIE) && has(boxes, BoxHeader.MEDIA_DATA) && boxes.size() > 2;
    boolean junk =
        media
            && !boxes.get(last).isWhole()
            && !BRANDED.contains(boxes.get(last).type().toString())
            && !MORE_BOXES.contains(boxes.get(last).type().toString());
    return junk ? boxes.subList(0, last) : boxes;
  }

  private static boolean has(List<TopLevelBox> boxes, FourCc type) {
    return boxes.stream().anyMatch(box -> box.type().equals(type));
  }

  private static OptionalLong cutAtByte(List<TopLevelBox> boxes) {
    return boxes.stream()
        .filter(box -> box.fault() == TopLevelBox.Fault.CUT_SHORT)
        .mapToLong(TopLevelBox::end)
        .findFirst();
  }

  private void refuseWithoutTables() {
    if (!has(boxes, ContainerBox.MOVIE)) {
      throw new ReelwayException(
          FailureKind.MASTER_TRUNCATED,
          "The file has no index (moov box); its end is missing or the recording was not closed.");
    }
  }

  private void refuseEncrypted(ByteSource source) throws IOException {
    for (TopLevelBox box : boxes) {
      if (box.type().equals(ContainerBox.MOVIE) && EncryptionSearch.finds(source, box)) {
        throw new ReelwayException(
            FailureKind.MASTER_ENCRYPTED, "The picture or sound of the file is encrypted.");
      }
    }
  }

  private static byte[] head(MasterBytes master) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(NoMedia.HEAD_BYTES, master.sizeBytes()));
    master.read(0, buffer);
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }

  private static ByteSource adapt(MasterBytes master) {
    return new ByteSource() {
      @Override
      public long sizeBytes() throws IOException {
        return master.sizeBytes();
      }

      @Override
      public byte[] read(long offset, int length) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(length);
        if (master.read(offset, target) < length) {
          throw new EOFException("ends inside " + length + " bytes at " + offset);
        }
        return target.array();
      }
    };
  }
}
