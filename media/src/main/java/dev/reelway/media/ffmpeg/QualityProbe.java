package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.work.EncodedTrackPart.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/**
 * Scores a few frames of a rung against the pictures that its encoder was given.
 *
 * <p>From the GOP in the middle of the chunk, three frames are scored, each together with the frame
 * before it, which XPSNR's temporal weight needs. Only that GOP is decoded again, so the whole
 * costs about one percent of the encode.
 */
final class QualityProbe implements AutoCloseable {

  /** XPSNR's blocks scale with the picture; below about 45 x 45 they vanish, and it crashes. */
  private static final int SMALLEST_PIXELS = 64 * 64;

  private final RungPlan rung;
  private final long gopStart;
  private final List<Long> scored;
  private final Map<Long, AVFrame> references = new TreeMap<>();
  private final List<byte[]> packets = new ArrayList<>();
  private final List<Long> numbers = new ArrayList<>();

  /**
   * @param gopFrames distance of key frames, in frames of the rung
   * @param frameCount frames of the chunk, in frames of the rung
   */
  QualityProbe(RungPlan rung, int gopFrames, long frameCount) {
    this.rung = rung;
    long gops = (frameCount + gopFrames - 1) / gopFrames;
    this.gopStart = gops / 2 * gopFrames;
    long length = Math.min(gopFrames, frameCount - gopStart);
    this.scored =
        List.of(length / 4, length / 2, length * 3 / 4).stream()
            .filter(offset -> offset > 0)
            .map(offset -> gopStart + offset)
            .distinct()
            .toList();
  }

  /** Whether pictures of {@code rung} are large enough for a score. */
  static boolean scores(RungPlan rung) {
    return rung.width() * rung.height() >= SMALLEST_PIXELS;
  }

  /** Looks at a picture on its way to the encoder. */
  void reference(AVFrame picture, long frame) {
    if (picture != null && (scored.contains(frame) || scored.contains(frame + 1))) {
      references.put(frame, av_frame_clone(picture));
    }
  }

  /** Looks at an encoded picture, in decode order. */
  void encoded(byte[] accessUnit, long frame) {
    if (!scored.isEmpty() && frame >= gopStart && numbers.size() <= lastScored() - gopStart + 8) {
      packets.add(accessUnit);
      numbers.add(frame);
    }
  }

  private long lastScored() {
    return scored.get(scored.size() - 1);
  }

  /** Decodes the GOP and scores the chosen frames. */
  Quality score(byte[] parameterSets) {
    if (scored.isEmpty()) {
      return new Quality(0, 0);
    }
    Map<Long, AVFrame> decoded = new TreeMap<>();
    try {
      decode(parameterSets, decoded);
      Quality sum = new Quality(0, 0);
      for (long frame : scored) {
        if (decoded.containsKey(frame) && decoded.containsKey(frame - 1)) {
          sum =
              sum.plus(
                  new Quality(Xpsnr.luma(rung, pair(references, frame), pair(decoded, frame)), 1));
        }
      }
      return sum;
    } finally {
      decoded.values().forEach(f -> av_frame_free(f));
    }
  }

  private static List<AVFrame> pair(Map<Long, AVFrame> frames, long frame) {
    return List.of(frames.get(frame - 1), frames.get(frame));
  }

  private void decode(byte[] parameterSets, Map<Long, AVFrame> decoded) {
    AVCodec codec = avcodec_find_decoder(AV_CODEC_ID_H264);
    AVCodecContext context = avcodec_alloc_context3(codec);
    AVPacket packet = av_packet_alloc();
    AVFrame frame = av_frame_alloc();
    try {
      context.thread_count(1);
      extradata(context, parameterSets);
      FFmpeg.check(avcodec_open2(context, codec, (AVDictionary) null), "open the check decoder");
      for (int i = 0; i <= packets.size(); i++) {
        send(context, packet, i);
        while (avcodec_receive_frame(context, frame) >= 0) {
          long number = frame.pts();
          if (references.containsKey(number)) {
            decoded.put(number, av_frame_clone(frame));
          }
        }
      }
    } finally {
      av_frame_free(frame);
      av_packet_free(packet);
      avcodec_free_context(context);
    }
  }

  private void send(AVCodecContext context, AVPacket packet, int index) {
    if (index == packets.size()) {
      avcodec_send_packet(context, null);
      return;
    }
    byte[] bytes = packets.get(index);
    FFmpeg.check(av_new_packet(packet, bytes.length), "allocate a packet");
    packet.data().put(bytes);
    packet.pts(numbers.get(index));
    FFmpeg.check(avcodec_send_packet(context, packet), "decode our own picture");
    org.bytedeco.ffmpeg.global.avcodec.av_packet_unref(packet);
  }

  private static void extradata(AVCodecContext context, byte[] parameterSets) {
    int padded = parameterSets.length + AV_INPUT_BUFFER_PADDING_SIZE;
    BytePointer data = new BytePointer(av_mallocz(padded)).capacity(padded);
    data.put(parameterSets);
    context.extradata(data).extradata_size(parameterSets.length);
  }

  @Override
  public void close() {
    references.values().forEach(f -> av_frame_free(f));
    references.clear();
  }
}
