package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.ToneMap;
import dev.reelway.contracts.time.Rational;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a filter graph that makes a rung's picture of an upright source picture:
 *
 * <pre>
 *  → split ┬→ zscale 1920x1080 → buffersink@0                        rungs that keep the range
 *          ├→ zscale 1280x720  → buffersink@1
 *          └→ tone map ── split ┬→ zscale 1280x720 → buffersink@2    SDR rungs of an HDR master
 *                               └→ zscale  960x540 → buffersink@3
 * </pre>
 *
 * Tone mapping is the dearest step by far, so it is done once, at the size of the largest rung that
 * needs it. All filters are without memory.
 */
final class RungFilters {

  /** BT.709 and both forms of BT.601: so close that they are shown as they are. */
  private static final Set<Integer> STANDARD_PRIMARIES = Set.of(1, 5, 6);

  private static final String TONE_MAPPED_FORMAT = "yuv420p10le";

  /**
   * A picture that rungs are made of.
   *
   * @param width in pixels
   * @param height in pixels
   * @param format FFmpeg's name of the pixel format, empty if it is not known yet
   * @param colour what the samples mean
   * @param chromaLeft whether chroma samples lie where the rungs have them
   * @param shape width over height, as people see it
   * @param titleShape the same of the title; a picture of another shape gets bars
   */
  record Picture(
      int width,
      int height,
      String format,
      Colour colour,
      boolean chromaLeft,
      Rational shape,
      Rational titleShape) {

    PictureFit fit(RungPlan rung) {
      return PictureFit.of(shape, titleShape, rung.width(), rung.height());
    }
  }

  private final List<RungPlan> rungs;
  private final StringBuilder text = new StringBuilder();

  private RungFilters(List<RungPlan> rungs) {
    this.rungs = rungs;
  }

  /** Text to follow the filters that give {@code source}; rung i ends in {@code buffersink@i}. */
  static String of(Picture source, List<RungPlan> rungs) {
    RungFilters filters = new RungFilters(rungs);
    List<RungPlan> toneMapped = rungs.stream().filter(r -> r.toneMap().isPresent()).toList();
    List<RungPlan> others = rungs.stream().filter(r -> r.toneMap().isEmpty()).toList();
    Optional<RungPlan> largest =
        toneMapped.stream().max(Comparator.comparingInt(r -> r.width() * r.height()));
    filters.split("s", others, largest.isPresent());
    filters.branches("s", source, others);
    largest.ifPresent(
        rung -> {
          filters.text.append(";[tone]").append(toneMap(source, rung));
          filters.split("t", toneMapped, false);
          Picture mapped =
              new Picture(
                  source.fit(rung).width(),
                  source.fit(rung).height(),
                  TONE_MAPPED_FORMAT,
                  Colour.BT709,
                  true,
                  source.shape(),
                  source.titleShape());
          filters.branches("t", mapped, toneMapped);
        });
    return filters.text.toString();
  }

  private void split(String prefix, List<RungPlan> branches, boolean tone) {
    text.append(",split=").append(branches.size() + (tone ? 1 : 0));
    for (RungPlan rung : branches) {
      text.append('[').append(prefix).append(rungs.indexOf(rung)).append(']');
    }
    text.append(tone ? "[tone]" : "");
  }

  private void branches(String prefix, Picture picture, List<RungPlan> branches) {
    for (RungPlan rung : branches) {
      int index = rungs.indexOf(rung);
      text.append(
          String.format(
              Locale.ROOT,
              ";[%s%d]%s,setsar=1,buffersink@%d",
              prefix,
              index,
              scale(picture, rung),
              index));
    }
  }

  // A picture that already has the rung's size, format and colour is passed on untouched.
  private static String scale(Picture picture, RungPlan rung) {
    PictureFit fit = picture.fit(rung);
    String format = PixelFormats.name(rung);
    boolean fills = fit.fills(rung.width(), rung.height());
    boolean same =
        fills
            && fit.equals(new PictureFit(picture.width(), picture.height()))
            && format.equals(picture.format())
            && picture.chromaLeft()
            && !picture.colour().fullRange()
            && picture.colour().matrix() == rung.colour().matrix()
            && primaries(picture.colour(), rung.colour()).isEmpty();
    if (same) {
      return "null";
    }
    String bars =
        String.format(
            Locale.ROOT, ",pad=%d:%d:(ow-iw)/2:(oh-ih)/2:black", rung.width(), rung.height());
    return String.format(
        Locale.ROOT,
        "zscale=w=%d:h=%d:filter=lanczos:dither=error_diffusion:chromal=left:range=limited"
            + ":matrix=%d%s,format=%s%s",
        fit.width(),
        fit.height(),
        rung.colour().matrix(),
        primaries(picture.colour(), rung.colour()),
        format,
        fills ? "" : bars);
  }

  /**
   * Other primaries are converted in linear light. The curves of standard dynamic range are close
   * to that of BT.709, and a picture graded for one is shown with another; those of HDR are kept.
   */
  private static String primaries(Colour from, Colour to) {
    boolean close =
        STANDARD_PRIMARIES.contains(from.primaries())
            && STANDARD_PRIMARIES.contains(to.primaries());
    if (close || from.primaries() == to.primaries()) {
      return "";
    }
    String curve = from.highDynamicRange() ? "" : ":transferin=709:transfer=709";
    return String.format(
        Locale.ROOT, ":primariesin=%d:primaries=%d%s", from.primaries(), to.primaries(), curve);
  }

  /**
   * Scaled first, then to RGB in PQ (HLG as on its reference display of 1000 cd/m²), brought to SDR
   * by the curve, and only then from BT.2020 to BT.709, where colours that do not fit are cut off.
   */
  private static String toneMap(Picture source, RungPlan largest) {
    ToneMap map = largest.toneMap().orElseThrow();
    String curve = ToneCurve.of(map);
    return String.format(
        Locale.ROOT,
        "zscale=w=%d:h=%d:filter=lanczos,zscale=primaries=9:transfer=16:npl=1000:matrix=0:range=full"
            + ",format=gbrp16le,lutrgb=r='%s':g='%s':b='%s',setparams=color_primaries=9:color_trc=1"
            + ",zscale=primaries=1:transfer=1:matrix=1:range=limited:chromal=left,format=%s",
        source.fit(largest).width(),
        source.fit(largest).height(),
        curve,
        curve,
        curve,
        TONE_MAPPED_FORMAT);
  }
}
