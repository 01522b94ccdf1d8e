package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;

import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.text.caption.CaptionData;
import dev.reelway.media.text.caption.CaptionDecoder;
import dev.reelway.media.text.caption.CaptionPair;
import dev.reelway.media.text.cue.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** Reads the closed captions inside a picture stream without decoding any picture. */
final class CaptionReader {

  /**
   * Pictures with captions carry them all along, empty or not. A stream without any in its first
   * pictures has none, and the rest of the file need not be read for it.
   */
  private static final int FIRST_PICTURES = 150;

  /** Far more than a title of 24 hours has. */
  private static final int MAX_PAIRS = 6_000_000;

  private final MasterBytes source;
  private final int streamIndex;

  CaptionReader(MasterBytes source, int streamIndex) {
    this.source = source;
    this.streamIndex = streamIndex;
  }

  /** The cues of each channel that has any, on the container's clock. */
  Map<Integer, List<Cue>> read() {
    try (MasterInput input = MasterInput.open(source, 0, true)) {
      input.readOnly(Set.of(streamIndex));
      return read(input);
    }
  }

  private Map<Integer, List<Cue>> read(MasterInput input) {
    AVStream stream = input.stream(streamIndex);
    Rational timeBase = FFmpeg.rational(stream.time_base());
    CaptionData data =
        CaptionData.of(
            FFmpeg.text(avcodec_get_name(stream.codecpar().codec_id())),
            FFmpeg.bytes(stream.codecpar().extradata(), stream.codecpar().extradata_size()));
    List<CaptionPair> pairs = new ArrayList<>();
    boolean found = false;
    long end = 0;
    int pictures = 0;
    for (AVPacket packet = input.next(); packet != null; packet = input.next()) {
      if (packet.stream_index() == streamIndex && packet.pts() != FFmpeg.NO_TICKS) {
        byte[] bytes = FFmpeg.bytes(packet.data(), packet.size());
        end = Math.max(end, packet.pts() + packet.duration());
        found = found || data.carries(bytes);
        if (found && pairs.size() < MAX_PAIRS) {
          pairs.addAll(data.pairs(packet.pts(), bytes));
        }
        pictures++;
      }
      av_packet_unref(packet);
      if (!found && pictures >= FIRST_PICTURES) {
        return Map.of();
      }
    }
    return CaptionDecoder.decode(pairs, timeBase, end);
  }
}
