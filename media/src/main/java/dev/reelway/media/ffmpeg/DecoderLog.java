package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;

import dev.reelway.contracts.decode.DecodedTrack.Complaint;
import java.util.ArrayList;
import java.util.List;

/** What FFmpeg says while a track is read and decoded, and with which packet. */
final class DecoderLog implements AutoCloseable {

  private static final int KEPT = 40;

  private final List<Complaint> complaints = new ArrayList<>();
  private long more;
  private long ticks;
  private boolean listening;

  DecoderLog() {
    FFmpeg.watchLog((level, line) -> heard(level <= AV_LOG_ERROR, line));
  }

  /** What is said from now on belongs to the packet at {@code packetTicks}. */
  void listen(long packetTicks) {
    ticks = packetTicks;
    listening = true;
  }

  /** What is said from now on belongs to others. */
  void ignore() {
    listening = false;
  }

  /** Something could not be decoded. */
  void failed(long packetTicks, String words) {
    add(new Complaint(packetTicks, true, words));
  }

  List<Complaint> complaints() {
    return complaints;
  }

  long more() {
    return more;
  }

  private void heard(boolean error, String line) {
    String words = line.replaceAll("\\[([^\\]@]*) @ [^\\]]*\\]\\s*", "$1: ").strip();
    if (listening && !words.isEmpty()) {
      add(new Complaint(ticks, error, words));
    }
  }

  private synchronized void add(Complaint complaint) {
    if (complaints.size() < KEPT) {
      complaints.add(complaint);
    } else {
      more++;
    }
  }

  @Override
  public void close() {
    FFmpeg.watchLog((level, line) -> {});
  }
}
