package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.media.scan.StreamScan;

/**
 * What untagged colour means: high definition is BT.709; standard definition is BT.601 in its
 * 625-line form for heights and rates of the 50 Hz world, else in its 525-line form. The border
 * (1280 wide or more than 576 high) is the one most players use. PQ and HLG come with BT.2020.
 */
final class ColourRule {

  private static final int BT2020 = 9;
  private static final int HD_WIDTH = 1280;
  private static final int SD_HEIGHT = 576;

  private ColourRule() {}

  static Colour tagged(StreamScan.Video facts) {
    return new Colour(
        facts.primaries(),
        facts.transfer(),
        facts.matrix(),
        facts.fullRange() || PixelFormats.impliesFullRange(facts.pixelFormat()));
  }

  static Colour fallback(StreamScan.Video facts, Colour tagged, FrameRate rate) {
    if (tagged.highDynamicRange()) {
      return new Colour(BT2020, tagged.transfer(), BT2020, false);
    }
    if (facts.width() >= HD_WIDTH || facts.height() > SD_HEIGHT) {
      return Colour.BT709;
    }
    return fiftyHertz(facts.height(), rate) ? Colour.BT601_625 : Colour.BT601_525;
  }

  static String name(Colour colour) {
    if (colour.matrix() == BT2020) {
      return "BT.2020 (high dynamic range)";
    }
    return colour.matrix() == Colour.BT709.matrix()
        ? "BT.709 (high definition)"
        : "BT.601 (standard definition)";
  }

  private static boolean fiftyHertz(int height, FrameRate rate) {
    return switch (height) {
      case 576, 288 -> true;
      case 480, 486, 240 -> false;
      default ->
          rate.equals(FrameRate.of(25, 1))
              || rate.equals(FrameRate.of(50, 1))
              || rate.equals(FrameRate.of(25, 2))
              || rate.equals(FrameRate.of(100, 1));
    };
  }
}
