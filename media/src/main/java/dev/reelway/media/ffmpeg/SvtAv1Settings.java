package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.master.HdrMetadata;
import dev.reelway.contracts.plan.RungPlan;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/** AV1 Main by SVT-AV1. */
final class SvtAv1Settings implements EncoderSettings {

  private static final int BITS_PER_KILOBIT = 1000;
  private static final double POINTS_PER_UNIT = 50_000;
  private static final double LUMINANCES_PER_NIT = 10_000;

  // One thread. Key frames come where they are asked for and at no scene cut, so that no GOP is
  // longer or shorter than in an unchunked run; every packet is one shown picture (no overlays).
  //
  private static final String PINNED =
      "lp=1:scd=0:irefresh-type=2:enable-overlays=0:film-grain=0:tune=1:pred-struct=2";

  // Usually half as much again is tolerated over two seconds. Without that the cap holds, but some
  // of it is wasted and pictures that are just too rich lose much.
  private static final String STRICT = ":mbr-overshoot-pct=0";

  @Override
  public String library() {
    return "libsvtav1";
  }

  @Override
  public void configure(AVCodecContext context, RungPlan rung) {
    context.level(rung.level());
  }

  @Override
  public Map<String, String> options(RungPlan rung, boolean strict) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("preset", rung.preset());
    options.put("crf", Long.toString(rung.crf().round()));
    options.put(
        "svtav1-params",
        PINNED
            + ":mbr="
            + rung.maxBitsPerSecond() / BITS_PER_KILOBIT
            + (strict ? STRICT : "")
            + metadata(rung.hdr()));
    return options;
  }

  /** Metadata units in front of every key frame. */
  private static String metadata(HdrMetadata hdr) {
    String display = hdr.mastering().map(SvtAv1Settings::display).orElse("");
    String light =
        hdr.light()
            .map(l -> ":content-light=" + l.maxContentLight() + "," + l.maxFrameAverage())
            .orElse("");
    return display + light;
  }

  private static String display(HdrMetadata.MasteringDisplay display) {
    return String.format(
        Locale.ROOT,
        ":mastering-display=G%sB%sR%sWP%sL(%.4f,%.4f)",
        point(display.green()),
        point(display.blue()),
        point(display.red()),
        point(display.white()),
        display.maxLuminance() / LUMINANCES_PER_NIT,
        display.minLuminance() / LUMINANCES_PER_NIT);
  }

  private static String point(HdrMetadata.Point point) {
    return String.format(
        Locale.ROOT, "(%.5f,%.5f)", point.x() / POINTS_PER_UNIT, point.y() / POINTS_PER_UNIT);
  }
}
