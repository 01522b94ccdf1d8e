package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import java.util.ArrayList;
import java.util.List;

/** Names every conversion of the picture in plain words, and what may disappoint. */
final class PictureFindings {

  private final VideoStream video;
  private final List<Finding> findings = new ArrayList<>();

  private PictureFindings(VideoStream video) {
    this.video = video;
  }

  static List<Finding> of(VideoStream video, Colour tagged) {
    PictureFindings all = new PictureFindings(video);
    all.shape();
    all.colour(tagged);
    all.samples();
    all.bitrate();
    return all.findings;
  }

  /** What was done to reach a constant rate. */
  static Finding variableRate(FrameRate rate, FrameMap map) {
    return Finding.info(
        "RATE_VARIABLE",
        ("The frames come unevenly or at an unusual rate; the title runs at %s frames per second,"
                + " the standard rate that suits them: %d are left out and %d repeated.")
            .formatted(Words.rate(rate), map.leftOut(), map.repeated()));
  }

  private void shape() {
    switch (video.rotationDegrees()) {
      case 90, 270 ->
          info(
              "ROTATED",
              "The picture is turned by %d° because the camera was held upright."
                  .formatted(video.rotationDegrees()));
      case 180 ->
          info("ROTATED", "The picture is turned by 180° because the camera was upside down.");
      default -> {}
    }
    if (!video.sampleAspectRatio().equals(Rational.ONE)) {
      info(
          "PIXELS_SQUARED",
          "The pixels are not square (%s); the picture is stretched to its true shape."
              .formatted(video.sampleAspectRatio()));
    }
    if (video.width() % 2 != 0 || video.height() % 2 != 0) {
      info(
          "SIZE_MADE_EVEN",
          "The picture is %d × %d; it is scaled to an even size."
              .formatted(video.width(), video.height()));
    }
  }

  private void colour(Colour tagged) {
    if (!tagged.orElse(Colour.BT709).equals(tagged)) {
      info(
          "COLOUR_ASSUMED",
          "The colour is not (fully) tagged and is taken for %s because of the picture's size."
              .formatted(ColourRule.name(video.colour())));
    }
    if (PixelFormats.rgb(video.pixelFormat())) {
      info("RGB_CONVERTED", "The picture is stored as RGB and is converted to YUV 4:2:0.");
    } else if (tagged.fullRange()) {
      info("RANGE_LIMITED", "The brightness uses the full range and is converted to video range.");
    }
  }

  private void samples() {
    String chroma = PixelFormats.finerChroma(video.pixelFormat());
    if (!chroma.isEmpty()) {
      info("CHROMA_REDUCED", "The colour resolution is reduced from " + chroma + " to 4:2:0.");
    }
  }

  /** Thresholds in bits per pixel below which artefacts of the master are to be expected. */
  private void bitrate() {
    int milliBitsPerPixel =
        switch (video.codec()) {
          case "hevc", "av1", "vp9" -> 10;
          case "h264" -> 20;
          default -> 40;
        };
    Rational pixelsPerSecond =
        video.rate().framesPerSecond().times(video.width()).times(video.height());
    Rational limit = pixelsPerSecond.times(new Rational(milliBitsPerPixel, 1000));
    if (video.bitsPerSecond() > 0 && Rational.of(video.bitsPerSecond()).compareTo(limit) < 0) {
      findings.add(
          Finding.warning(
              "BITRATE_LOW",
              "The picture has only %s, little for %d × %d in %s; the title cannot look better."
                  .formatted(
                      Words.bitrate(video.bitsPerSecond()),
                      video.width(),
                      video.height(),
                      video.codec())));
    }
  }

  private void info(String code, String message) {
    findings.add(Finding.info(code, message));
  }
}
