package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_CPU_FLAG_AVX512;
import static org.bytedeco.ffmpeg.global.avutil.av_get_cpu_flags;

import dev.reelway.contracts.plan.RungPlan;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/** H.264 High by x264. */
final class X264Settings implements EncoderSettings {

  @Override
  public String library() {
    return "libx264";
  }

  @Override
  public void configure(AVCodecContext context, RungPlan rung) {
    context.level(rung.level());
    context.rc_max_rate(rung.maxBitsPerSecond());
    context.rc_buffer_size((int) rung.bufferBits());
    context.rc_initial_buffer_occupancy((int) (rung.bufferBits() / 2));
  }

  @Override
  public Map<String, String> options(RungPlan rung, boolean strict) {
    // CRF 0 is lossless, which only High 4:4:4 Predictive allows.
    boolean lossless = rung.crf().signum() == 0;
    Map<String, String> options = new LinkedHashMap<>();
    options.put("preset", rung.preset());
    options.put("crf", String.format(Locale.ROOT, "%.3f", rung.crf().toDouble()));
    options.put("profile", lossless ? "high444" : "high");
    options.put("forced-idr", "1");
    // stitchable: nothing in the PPS may depend on the content or on the rate factor.
    options.put("x264-params", "stitchable=1:force-cfr=1" + instructions());
    return options;
  }

  // Where a row of macroblocks does not fill a vector (426, 854 and 960 pixels), x264's AVX-512
  // code for mbtree reads memory that nobody has written, and the same picture is encoded
  // differently each time. Everything below AVX-512 gives one result, the same on all of them and
  // as fast.
  private static String instructions() {
    boolean avx512 = (av_get_cpu_flags() & AV_CPU_FLAG_AVX512) != 0;
    return avx512 ? ":asm=MMX2,SSE2Fast,SSSE3,SSE4.2,AVX,FMA3,BMI2,AVX2" : "";
  }
}
