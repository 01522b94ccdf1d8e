package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.plan.RungPlan;
import java.util.Locale;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A JPEG that shows a picture before and after encoding, small enough to keep.
 *
 * <pre>
 *  +----------+----------+
 *  |  before  |  after   |   the whole picture, made smaller
 *  +----------+----------+
 *  |  before  |  after   |   where they differ most, enlarged
 *  +----------+----------+
 * </pre>
 */
final class StillPicture {

  private static final double WIDEST = 480;
  private static final double HIGHEST = 320;
  private static final int QUALITY = 5;

  private StillPicture() {}

  /**
   * The pictures in BT.601 and full range, as JPEG's readers expect.
   *
   * @param reference the frame that the encoder was given
   * @param decoded the same frame after encoding and decoding
   */
  static byte[] jpeg(RungPlan rung, AVFrame reference, AVFrame decoded) {
    double factor = Math.min(1, Math.min(WIDEST / rung.width(), HIGHEST / rung.height()));
    int width = even(rung.width() * factor);
    int height = even(rung.height() * factor);
    WorstPlace place =
        WorstPlace.of(rung, reference, decoded, even(width / 2.0), even(height / 2.0));
    String description =
        cells("a", rung, place, width, height)
            + cells("b", rung, place, width, height)
            + "[wholea][wholeb]hstack[top];[closea][closeb]hstack[bottom];"
            + "[top][bottom]vstack,buffersink@out";
    AVFilterGraph graph =
        FilterGraphs.open(description, FailureKind.INVARIANT_BROKEN, "configure a still");
    AVFrame picture = av_frame_alloc();
    try {
      feed(graph, "buffer@a", reference);
      feed(graph, "buffer@b", decoded);
      AVFilterContext sink = avfilter_graph_get_filter(graph, "buffersink@out");
      FFmpeg.check(av_buffersink_get_frame(sink, picture), "scale a still");
      return encode(picture);
    } finally {
      av_frame_free(picture);
      avfilter_graph_free(graph);
    }
  }

  private static void feed(AVFilterGraph graph, String input, AVFrame frame) {
    frame.pts(0);
    AVFilterContext buffer = avfilter_graph_get_filter(graph, input);
    FFmpeg.check(
        av_buffersrc_add_frame_flags(buffer, frame, AV_BUFFERSRC_FLAG_KEEP_REF), "feed a still");
  }

  /** The whole of an input and a part of it at twice its size, both in the size of a cell. */
  private static String cells(String name, RungPlan rung, WorstPlace place, int width, int height) {
    String input = Xpsnr.input(name, rung);
    String matrix = matrix(rung.colour().matrix());
    return String.format(
        Locale.ROOT,
        "%1$s,split[1%2$s][2%2$s];[1%2$s]%3$s[whole%2$s];"
            + "[2%2$s]crop=%4$d:%5$d:%6$d:%7$d,%8$s[close%2$s];",
        input,
        name,
        scale(width, height, "area", matrix),
        even(width / 2.0),
        even(height / 2.0),
        place.x(),
        place.y(),
        scale(width, height, "neighbor", matrix));
  }

  private static String scale(int width, int height, String how, String matrix) {
    return String.format(
        Locale.ROOT,
        "scale=%d:%d:flags=%s:in_color_matrix=%s:in_range=tv"
            + ":out_color_matrix=bt601:out_range=pc,format=yuvj420p",
        width,
        height,
        how,
        matrix);
  }

  private static int even(double length) {
    return Math.max(1, (int) Math.round(length / 2)) * 2;
  }

  private static String matrix(int code) {
    return switch (code) {
      case 5, 6 -> "bt601";
      case 7 -> "smpte240m";
      case 9 -> "bt2020";
      default -> "bt709";
    };
  }

  private static byte[] encode(AVFrame picture) {
    AVCodec codec = avcodec_find_encoder(AV_CODEC_ID_MJPEG);
    AVCodecContext encoder = avcodec_alloc_context3(codec);
    AVPacket packet = av_packet_alloc();
    try {
      encoder.width(picture.width()).height(picture.height()).pix_fmt(picture.format());
      encoder.color_range(AVCOL_RANGE_JPEG);
      encoder.time_base().num(1).den(1);
      encoder.thread_count(1);
      encoder.flags(encoder.flags() | AV_CODEC_FLAG_QSCALE | AV_CODEC_FLAG_BITEXACT);
      encoder.global_quality(QUALITY * FF_QP2LAMBDA);
      FFmpeg.check(avcodec_open2(encoder, codec, (AVDictionary) null), "open the JPEG encoder");
      picture.quality(QUALITY * FF_QP2LAMBDA);
      FFmpeg.check(avcodec_send_frame(encoder, picture), "encode a still");
      FFmpeg.check(avcodec_receive_packet(encoder, packet), "encode a still");
      return FFmpeg.bytes(packet.data(), packet.size());
    } finally {
      av_packet_free(packet);
      avcodec_free_context(encoder);
    }
  }
}
