package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
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
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.master.Colour;
import java.util.Locale;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Writes pictures of one size as JPEG files. JFIF knows one colour space alone: full range, the
 * matrix of BT.601, chroma samples in the middle; so pictures are brought to that first.
 */
final class JpegEncoder implements AutoCloseable {

  /** From 2 (best) to 31: edges are clean, a tile of four images takes some 25 kB. */
  private static final int QUANTISER = 4;

  private final AVFilterGraph graph;
  private final AVFilterContext source;
  private final AVFilterContext sink;
  private final AVCodecContext context;
  private final AVPacket packet = av_packet_alloc();
  private final int matrix;

  /**
   * An encoder for 4:2:0 pictures with eight bits and limited range.
   *
   * @param colour of the pictures
   */
  JpegEncoder(int width, int height, Colour colour) {
    matrix = colour.matrix();
    graph =
        FilterGraphs.open(
            String.format(
                Locale.ROOT,
                "buffer@source=video_size=%dx%d:pix_fmt=yuv420p:time_base=1/1:colorspace=%d:range=%d"
                    + ",zscale=matrix=%d:range=full:chromalin=left:chromal=center,format=yuv420p"
                    + ",buffersink@0",
                width,
                height,
                matrix,
                AVCOL_RANGE_MPEG,
                AVCOL_SPC_SMPTE170M),
            FailureKind.INVARIANT_BROKEN,
            "Thumbnails cannot be converted");
    source = avfilter_graph_get_filter(graph, "buffer@source");
    sink = avfilter_graph_get_filter(graph, "buffersink@0");
    context = avcodec_alloc_context3(avcodec_find_encoder(AV_CODEC_ID_MJPEG));
    context.width(width).height(height).pix_fmt(AV_PIX_FMT_YUV420P);
    context.color_range(AVCOL_RANGE_JPEG).colorspace(AVCOL_SPC_SMPTE170M);
    context.time_base().num(1).den(1);
    context.sample_aspect_ratio().num(1).den(1);
    context.thread_count(1);
    // Without FFmpeg's name and version, so that the same picture gives the same bytes.
    context.flags(AV_CODEC_FLAG_QSCALE | AV_CODEC_FLAG_BITEXACT);
    context.global_quality(QUANTISER * FF_QP2LAMBDA);
    FFmpeg.check(
        avcodec_open2(context, context.codec(), (AVDictionary) null), "open the JPEG encoder");
  }

  /** The file of one picture, which stays the caller's. */
  byte[] encode(AVFrame picture) {
    picture.colorspace(matrix).color_range(AVCOL_RANGE_MPEG);
    FFmpeg.check(
        av_buffersrc_add_frame_flags(source, picture, AV_BUFFERSRC_FLAG_KEEP_REF),
        "give a tile to the filters");
    AVFrame converted = av_frame_alloc();
    try {
      FFmpeg.check(av_buffersink_get_frame(sink, converted), "take a tile from the filters");
      converted.quality(QUANTISER * FF_QP2LAMBDA);
      FFmpeg.check(avcodec_send_frame(context, converted), "send a tile to the JPEG encoder");
      FFmpeg.check(avcodec_receive_packet(context, packet), "receive a JPEG file");
      byte[] jpeg = FFmpeg.bytes(packet.data(), packet.size());
      av_packet_unref(packet);
      return jpeg;
    } finally {
      av_frame_free(converted);
    }
  }

  @Override
  public void close() {
    av_packet_free(packet);
    avcodec_free_context(context);
    avfilter_graph_free(graph);
  }
}
