package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.avcodec.AVCodecParserContext.PARSER_FLAG_COMPLETE_FRAMES;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_close;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_init;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_parse2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;

import dev.reelway.media.scan.StreamScan;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVCodecParserContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/** Sees in the packets of a picture, without decoding, where its size changes. */
final class SizeWatch implements AutoCloseable {

  private final AVCodecParserContext parser;
  private final AVCodecContext context;
  private final BytePointer data = new BytePointer((BytePointer) null);
  private final IntPointer size = new IntPointer(1);
  private int width;
  private int height;

  /** For a stream; sees nothing in codecs whose packets do not say a size. */
  SizeWatch(AVCodecParameters parameters) {
    parser = av_parser_init(parameters.codec_id());
    context = avcodec_alloc_context3((AVCodec) null);
    avcodec_parameters_to_context(context, parameters);
    if (parser != null && !parser.isNull()) {
      parser.flags(parser.flags() | PARSER_FLAG_COMPLETE_FRAMES);
    }
  }

  /** Looks at a packet, in decode order. */
  Optional<StreamScan.Change> look(AVPacket packet) {
    if (parser == null || parser.isNull() || packet.size() == 0) {
      return Optional.empty();
    }
    av_parser_parse2(
        parser,
        context,
        data,
        size,
        packet.data(),
        packet.size(),
        packet.pts(),
        packet.dts(),
        packet.pos());
    int newWidth = parser.width();
    int newHeight = parser.height();
    if (newWidth <= 0 || newHeight <= 0 || (newWidth == width && newHeight == height)) {
      return Optional.empty();
    }
    boolean first = width == 0;
    width = newWidth;
    height = newHeight;
    return first
        ? Optional.empty()
        : Optional.of(new StreamScan.Change(packet.pts(), newWidth, newHeight));
  }

  @Override
  public void close() {
    if (parser != null && !parser.isNull()) {
      av_parser_close(parser);
    }
    avcodec_free_context(context);
    size.close();
  }
}
