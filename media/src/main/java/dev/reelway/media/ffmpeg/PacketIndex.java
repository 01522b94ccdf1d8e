package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_NEW_EXTRADATA;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;

import dev.reelway.contracts.master.SeekPoint;
import dev.reelway.media.scan.StreamScan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;

/** Collects the time stamps of one stream's packets. */
final class PacketIndex {

  private static final int MOST_CHANGES = 100;

  private final List<SeekPoint> keys = new ArrayList<>();
  private final List<StreamScan.Change> changes = new ArrayList<>();
  private long[] times = new long[1024];
  private int size;
  private long packets;
  private long bytes;
  private long firstTicks = Long.MAX_VALUE;
  private long endTicks = Long.MIN_VALUE;
  private boolean complete = true;
  private boolean rising = true;

  /**
   * Adds a packet, in decode order.
   *
   * @param skippedTicks how much of its beginning is decoded but never heard
   */
  void add(AVPacket packet, long skippedTicks) {
    packets++;
    bytes += packet.size();
    long pts = packet.pts() != FFmpeg.NO_TICKS ? packet.pts() : packet.dts();
    if (packet.pts() == FFmpeg.NO_TICKS) {
      complete = false;
    }
    if (pts == FFmpeg.NO_TICKS) {
      return;
    }
    if ((packet.flags() & AV_PKT_FLAG_KEY) != 0) {
      long dts = packet.dts() != FFmpeg.NO_TICKS ? packet.dts() : pts;
      keys.add(new SeekPoint(pts, dts, packet.pos()));
    }
    if (size > 0 && hasNewParameters(packet)) {
      change(new StreamScan.Change(pts, 0, 0));
    }
    // Edit lists mark packets that are decoded but never shown (media rule 8).
    if ((packet.flags() & AV_PKT_FLAG_DISCARD) != 0) {
      return;
    }
    addTime(pts);
    firstTicks = Math.min(firstTicks, pts + skippedTicks);
    endTicks = Math.max(endTicks, pts + Math.max(0, packet.duration()));
  }

  /** MP4 and MOV say so where another sample description begins. */
  private static boolean hasNewParameters(AVPacket packet) {
    BytePointer data =
        av_packet_get_side_data(packet, AV_PKT_DATA_NEW_EXTRADATA, (SizeTPointer) null);
    return data != null && !data.isNull();
  }

  /** Pictures become different here. */
  void change(StreamScan.Change change) {
    if (changes.size() < MOST_CHANGES) {
      changes.add(change);
    }
  }

  private void addTime(long pts) {
    rising &= size == 0 || pts >= times[size - 1];
    if (size == times.length) {
      times = Arrays.copyOf(times, size * 2);
    }
    times[size++] = pts;
  }

  /** Where pictures become different inside the file. */
  List<StreamScan.Change> changes() {
    return changes;
  }

  long packets() {
    return packets;
  }

  long bytes() {
    return bytes;
  }

  long firstTicks() {
    return size == 0 ? 0 : firstTicks;
  }

  long endTicks() {
    return size == 0 ? 0 : endTicks;
  }

  /** Whether every packet had a presentation time of its own. */
  boolean complete() {
    return complete && size > 0;
  }

  /** Whether presentation times never fall from one packet to the next. */
  boolean risesInDecodeOrder() {
    return rising;
  }

  /** Presentation times from {@code from} on, rising, each once. */
  long[] presentationTimes(long from) {
    return Arrays.stream(times, 0, size).filter(t -> t >= from).sorted().distinct().toArray();
  }

  /** Key packets in presentation order, no two closer than {@code minimumTicks}. */
  List<SeekPoint> seekPoints(long minimumTicks) {
    List<SeekPoint> thinned = new ArrayList<>();
    List<SeekPoint> sorted = new ArrayList<>(keys);
    sorted.sort(Comparator.comparingLong(SeekPoint::presentationTicks));
    for (SeekPoint key : sorted) {
      if (thinned.isEmpty()
          || key.presentationTicks() - thinned.get(thinned.size() - 1).presentationTicks()
              >= minimumTicks) {
        thinned.add(key);
      }
    }
    return thinned;
  }
}
