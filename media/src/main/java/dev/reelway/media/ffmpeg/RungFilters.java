package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.ToneMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

  private static final String TONE_MAPPED_FORMAT = "yuv420p10le";

  /**
   * A picture that rungs are made of.
   *
   * @param width in pixels
   * @param height in pixels
   * @param format FFmpeg's name of the pixel format
   * @param colour what the samples mean
   * @param chromaLeft whether chroma samples lie where the rungs have them
   */
  record Picture(int width, int height, String format, Colour colour, boolean chromaLeft) {}

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
              new Picture(rung.width(), rung.height(), TONE_MAPPED_FORMAT, Colour.BT709, true);
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
    String format = PixelFormats.name(rung);
    boolean same =
        picture.width() == rung.width()
            && picture.height() == rung.height()
            && format.equals(picture.format())
            && picture.chromaLeft()
            && picture.colour().equals(rung.colour());
    return same
        ? "null"
        : String.format(
            Locale.ROOT,
            "zscale=w=%d:h=%d:filter=lanczos:dither=error_diffusion:chromal=left%s,format=%s",
            rung.width(),
            rung.height(),
            colour(picture.colour(), rung.colour()),
            format);
  }

  /** Only what changes is named: a conversion of primaries or transfer takes detours. */
  private static String colour(Colour from, Colour to) {
    List<String> options = new ArrayList<>();
    options.add(":range=limited:matrix=" + to.matrix());
    if (from.primaries() != to.primaries()) {
      options.add(":primaries=" + to.primaries());
    }
    if (from.transfer() != to.transfer()) {
      options.add(":transfer=" + to.transfer());
    }
    return String.join("", options);
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
        largest.width(),
        largest.height(),
        curve,
        curve,
        curve,
        TONE_MAPPED_FORMAT);
  }
}
