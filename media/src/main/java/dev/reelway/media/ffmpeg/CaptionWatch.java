package dev.reelway.media.ffmpeg;

import dev.reelway.media.text.caption.CaptionData;
import java.util.HashSet;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * Notes which picture streams carry captions while all packets are read anyway: captions may begin
 * long after the first picture, where a programme follows a slate or another programme.
 */
final class CaptionWatch {

  /** Captions come before the slices of a picture, after nothing but parameter sets. */
  private static final int HEAD_BYTES = 4096;

  private final Set<Integer> streams = new HashSet<>();

  /** Looks at a packet unless its stream is known already. */
  void look(AVStream stream, AVPacket packet) {
    if (!streams.contains(stream.index()) && mention(stream, packet)) {
      streams.add(stream.index());
    }
  }

  /** Whether a stream carried captions so far. */
  boolean sees(AVStream stream) {
    return streams.contains(stream.index());
  }

  /** Whether a packet looks as if it carried captions. */
  static boolean mention(AVStream stream, AVPacket packet) {
    return CaptionData.isIn(StreamFacts.codec(stream.codecpar()))
        && CaptionData.mention(FFmpeg.bytes(packet.data(), Math.min(HEAD_BYTES, packet.size())));
  }
}
