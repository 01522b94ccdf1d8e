package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.text.caption.CaptionData;
import dev.reelway.media.text.caption.CaptionDecoder;
import dev.reelway.media.text.caption.CaptionPair;
import dev.reelway.media.text.caption.UnreadCaptions;
import dev.reelway.media.text.cue.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * Reads the closed captions of a caption track, or inside a picture stream without decoding any
 * picture.
 */
final class CaptionReader {

  /** Far more than a title of 24 hours has. */
  private static final int MAX_PAIRS = 6_000_000;

  private final MasterBytes source;
  private final int streamIndex;
  private final ClockMap clock;

  CaptionReader(MasterBytes source, int streamIndex, ClockMap clock) {
    this.source = source;
    this.streamIndex = streamIndex;
    this.clock = clock;
  }

  /**
   * What was found.
   *
   * @param cues of each channel that has any, on the even clock
   * @param unread a form of captions that cannot be read
   */
  record Captions(Map<Integer, List<Cue>> cues, Optional<UnreadCaptions> unread) {}

  /** Reads the stream to its end. */
  Captions read() {
    try (MasterInput input = MasterInput.openTimed(source, clock)) {
      input.readOnly(Set.of(streamIndex));
      return read(input);
    }
  }

  private Captions read(MasterInput input) {
    AVStream stream = input.stream(streamIndex);
    CaptionData data =
        CaptionData.of(
            StreamFacts.codec(stream.codecpar()),
            FFmpeg.bytes(stream.codecpar().extradata(), stream.codecpar().extradata_size()));
    List<CaptionPair> pairs = new ArrayList<>();
    Optional<UnreadCaptions> unread = Optional.empty();
    long end = 0;
    for (AVPacket packet = input.next(); packet != null; packet = input.next()) {
      if (packet.stream_index() == streamIndex && packet.pts() != FFmpeg.NO_TICKS) {
        byte[] bytes = FFmpeg.bytes(packet.data(), packet.size());
        end = Math.max(end, packet.pts() + packet.duration());
        CaptionData.Content content = data.read(packet.pts(), bytes);
        unread = unread.isPresent() ? unread : content.unread();
        if (pairs.size() < MAX_PAIRS) {
          pairs.addAll(content.pairs());
        }
      }
      av_packet_unref(packet);
    }
    Rational timeBase = FFmpeg.rational(stream.time_base());
    return new Captions(CaptionDecoder.decode(pairs, timeBase, end), unread);
  }
}
