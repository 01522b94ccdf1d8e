package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.VideoCodec;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/** What an encoder library must be told, beyond what {@link VideoEncoder} tells all of them. */
interface EncoderSettings {

  /** FFmpeg's name of the encoder. */
  String library();

  /** Fields of the context that only this encoder wants. */
  void configure(AVCodecContext context, RungPlan rung);

  /**
   * Options by name; all of them must be understood.
   *
   * @param strict whether the cap counts more than quality, because a first try went beyond it
   */
  Map<String, String> options(RungPlan rung, boolean strict);

  /** The settings of a codec's encoder. */
  static EncoderSettings of(VideoCodec codec) {
    return switch (codec) {
      case H264 -> new X264Settings();
      case HEVC -> new X265Settings();
      case AV1 -> new SvtAv1Settings();
    };
  }
}
