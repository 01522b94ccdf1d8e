package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.master.HdrMetadata;
import dev.reelway.contracts.plan.RungPlan;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/** HEVC Main and Main 10 by x265. */
final class X265Settings implements EncoderSettings {

  private static final int EIGHT_BITS = 8;

  // One thread, without which rate control would depend on the machine; parameter sets only out of
  // band and without x265's settings message; no wavefronts, which show in the parameter sets.
  private static final String PINNED =
      "pools=none:frame-threads=1:wpp=0:pmode=0:pme=0:open-gop=0:repeat-headers=0:info=0:aud=0"
          + ":hrd=0:annexb=1:vbv-init=0.5:log-level=error";

  @Override
  public String library() {
    return "libx265";
  }

  @Override
  public void configure(AVCodecContext context, RungPlan rung) {
    context.rc_max_rate(rung.maxBitsPerSecond());
    context.rc_buffer_size((int) rung.bufferBits());
  }

  @Override
  public Map<String, String> options(RungPlan rung, boolean strict) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("preset", rung.preset());
    options.put("crf", String.format(Locale.ROOT, "%.3f", rung.crf().toDouble()));
    options.put("profile", rung.bitDepth() == EIGHT_BITS ? "main" : "main10");
    options.put("forced-idr", "1");
    options.put(
        "x265-params",
        PINNED + ":level-idc=" + rung.level() + ":high-tier=0" + metadata(rung.hdr()));
    return options;
  }

  /**
   * Messages about the whole stream, which x265 puts behind the parameter sets. Given as text, in
   * the units of the messages, nothing is rounded.
   */
  private static String metadata(HdrMetadata hdr) {
    String display = hdr.mastering().map(X265Settings::display).orElse("");
    String light =
        hdr.light()
            .map(l -> ":max-cll=" + l.maxContentLight() + "," + l.maxFrameAverage())
            .orElse("");
    return display + light;
  }

  private static String display(HdrMetadata.MasteringDisplay display) {
    return String.format(
        Locale.ROOT,
        ":master-display=G%sB%sR%sWP%sL(%d,%d)",
        point(display.green()),
        point(display.blue()),
        point(display.red()),
        point(display.white()),
        display.maxLuminance(),
        display.minLuminance());
  }

  private static String point(HdrMetadata.Point point) {
    return "(" + point.x() + "," + point.y() + ")";
  }
}
