package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.VideoCodec;
import dev.reelway.contracts.work.EncodedTrackPart.Quality;
import dev.reelway.contracts.work.PartDetail.Score;
import dev.reelway.media.task.RungScores;
import dev.reelway.media.task.VideoTask;
import java.io.IOException;
import java.nio.file.Path;
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
 * <p>One frame of every GOP is scored, together with the frame before it, which XPSNR's temporal
 * weight needs. Both lie near the start of the GOP, behind the key frame but within its first
 * packets, so only a sixth of the stream is decoded again: about one percent of the encode.
 */
final class QualityProbe implements AutoCloseable {

  /** Position of the scored frame in its GOP. */
  private static final int SCORED = 6;

  /** With three B-frames, the scored frame is among so many packets from the key frame on. */
  private static final int PACKETS = 10;

  /** XPSNR's blocks scale with the picture; below about 45 x 45 they vanish, and it crashes. */
  private static final int SMALLEST_PIXELS = 64 * 64;

  private final RungPlan rung;
  private final int gopFrames;
  private final long firstFrame;
  private final WorstPictures worst;
  private final List<Score> scores = new ArrayList<>();
  private final Map<Long, AVFrame> references = new TreeMap<>();
  private final List<byte[]> packets = new ArrayList<>();
  private final List<Long> numbers = new ArrayList<>();
  private final AVCodecContext decoder;
  private long gop = -1;
  private Quality quality = new Quality(0, 0);

  /**
   * @param gopFrames distance of key frames, in frames of the rung
   * @param firstFrame of the chunk, in frames of the rung
   * @param parameterSets see {@link VideoEncoder#parameterSets}
   */
  QualityProbe(RungPlan rung, int gopFrames, long firstFrame, byte[] parameterSets) {
    this.rung = rung;
    this.firstFrame = firstFrame;
    this.worst = new WorstPictures(rung);
    this.gopFrames = gopFrames;
    AVCodec codec = avcodec_find_decoder(decoderId(rung.codec()));
    this.decoder = avcodec_alloc_context3(codec);
    decoder.thread_count(1);
    if (rung.codec() != VideoCodec.AV1) {
      extradata(decoder, parameterSets);
    }
    FFmpeg.check(avcodec_open2(decoder, codec, (AVDictionary) null), "open the check decoder");
  }

  private static int decoderId(VideoCodec codec) {
    return switch (codec) {
      case H264 -> AV_CODEC_ID_H264;
      case HEVC -> AV_CODEC_ID_HEVC;
      case AV1 -> AV_CODEC_ID_AV1;
    };
  }

  /** Whether pictures of {@code rung} are large enough for a score. */
  static boolean scores(RungPlan rung) {
    return rung.width() * rung.height() >= SMALLEST_PIXELS;
  }

  /** Looks at a picture on its way to the encoder. */
  void reference(AVFrame picture, long frame) {
    long position = frame % gopFrames;
    if (picture != null && (position == SCORED || position == SCORED - 1)) {
      references.put(frame, av_frame_clone(picture));
    }
  }

  /** Looks at an encoded picture, in decode order. */
  void encoded(byte[] accessUnit, long frame) {
    if (frame / gopFrames != gop) {
      gop = frame / gopFrames;
      packets.clear();
      numbers.clear();
    }
    if (packets.size() < PACKETS) {
      packets.add(accessUnit);
      numbers.add(frame);
      if (packets.size() == PACKETS) {
        score(gop * gopFrames + SCORED);
      }
    }
  }

  /**
   * All scored frames; none for a chunk without a GOP that is long enough.
   *
   * @param folder where stills of the worst are written
   */
  RungScores result(Path folder) throws IOException {
    List<Score> stills =
        worst.write(number -> folder.resolve(VideoTask.stillName(rung.track(), number)));
    return new RungScores(quality, scores, stills);
  }

  private void score(long frame) {
    Map<Long, AVFrame> decoded = new TreeMap<>();
    try {
      decode(decoded);
      if (decoded.containsKey(frame) && decoded.containsKey(frame - 1)) {
        double decibels = Xpsnr.luma(rung, pair(references, frame), pair(decoded, frame));
        quality = quality.plus(Quality.ofFrame(decibels));
        Score score = new Score((firstFrame + frame) * rung.rateDivisor(), decibels);
        scores.add(score);
        worst.offer(score, references.get(frame), decoded.get(frame));
      }
    } finally {
      decoded.values().forEach(f -> av_frame_free(f));
      forgetReferences(frame);
    }
  }

  private static List<AVFrame> pair(Map<Long, AVFrame> frames, long frame) {
    return List.of(frames.get(frame - 1), frames.get(frame));
  }

  private void decode(Map<Long, AVFrame> decoded) {
    AVPacket packet = av_packet_alloc();
    AVFrame frame = av_frame_alloc();
    try {
      for (int i = 0; i <= packets.size(); i++) {
        send(packet, i);
        while (avcodec_receive_frame(decoder, frame) >= 0) {
          long number = frame.pts();
          if (references.containsKey(number) && !decoded.containsKey(number)) {
            decoded.put(number, av_frame_clone(frame));
          }
        }
      }
    } finally {
      av_frame_free(frame);
      av_packet_free(packet);
      avcodec_flush_buffers(decoder);
    }
  }

  private void send(AVPacket packet, int index) {
    if (index == packets.size()) {
      avcodec_send_packet(decoder, null);
      return;
    }
    byte[] bytes = packets.get(index);
    FFmpeg.check(av_new_packet(packet, bytes.length), "allocate a packet");
    packet.data().put(bytes);
    packet.pts(numbers.get(index));
    FFmpeg.check(avcodec_send_packet(decoder, packet), "decode our own picture");
    av_packet_unref(packet);
  }

  private static void extradata(AVCodecContext context, byte[] parameterSets) {
    int padded = parameterSets.length + AV_INPUT_BUFFER_PADDING_SIZE;
    BytePointer data = new BytePointer(av_mallocz(padded)).capacity(padded);
    data.put(parameterSets);
    context.extradata(data).extradata_size(parameterSets.length);
  }

  // Encoders look ahead, so pictures of the GOPs that follow may be there already.
  private void forgetReferences(long upTo) {
    references.entrySet().stream()
        .filter(entry -> entry.getKey() <= upTo)
        .forEach(entry -> av_frame_free(entry.getValue()));
    references.keySet().removeIf(frame -> frame <= upTo);
  }

  @Override
  public void close() {
    worst.close();
    forgetReferences(Long.MAX_VALUE);
    avcodec_free_context(decoder);
  }
}
