package dev.reelway.isobmff.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an encoder of libavcodec gave, before any MP4: {@code framecrc} lists the packets, the raw
 * file holds their bytes.
 */
record EncodedStream(List<Packet> packets) {
  /** A packet in the encoder's time base; {@code data} is what the raw file has for it. */
  static final class Packet {
    final long pts;
    final long dts;
    final boolean key;
    final byte[] data;

    Packet(long pts, long dts, boolean key, byte[] data) {
      this.pts = pts;
      this.dts = dts;
      this.key = key;
      this.data = data;
    }
  }

  /** Cuts {@code raw} by the sizes in {@code list}, each packet behind {@code headerBytes}. */
  static EncodedStream read(Path list, Path raw, int headerBytes) throws IOException {
    byte[] bytes = Files.readAllBytes(raw);
    List<Packet> packets = new ArrayList<>();
    int position = 0;
    for (String line : Files.readAllLines(list)) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split(",\\s*", -1);
      int start = position + headerBytes;
      int end = start + Integer.parseInt(fields[4]);
      packets.add(
          new Packet(
              Long.parseLong(fields[2]),
              Long.parseLong(fields[1]),
              !line.contains("F=0x0"),
              Arrays.copyOfRange(bytes, start, end)));
      position = end;
    }
    if (position != bytes.length) {
      throw new IOException("packet list and raw file differ");
    }
    return new EncodedStream(packets);
  }
}
