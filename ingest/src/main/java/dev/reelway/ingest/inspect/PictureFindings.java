package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.Crop;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.scan.StreamScan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Names every conversion of the picture in plain words, and what may disappoint. */
final class PictureFindings {

  private static final int MOST_PLACES = 5;

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
    return Finding.of(
        FindingCode.RATE_VARIABLE,
        ("The frames come unevenly or at an unusual rate; the title runs at %s frames per second,"
                + " the standard rate that suits them: %d are left out and %d repeated.")
            .formatted(Words.rate(rate), map.leftOut(), map.repeated()));
  }

  /** Where the picture becomes another one. */
  static List<Finding> changes(StreamScan stream) {
    StreamScan.Video facts = stream.video().orElseThrow();
    long first = facts.presentationTimes().first();
    String places =
        facts.changes().stream()
            .limit(MOST_PLACES)
            .map(change -> place(change, stream.timeBase().times(change.ticks() - first)))
            .collect(Collectors.joining(", "));
    return places.isEmpty()
        ? List.of()
        : List.of(
            Finding.of(
                FindingCode.PICTURE_CHANGES,
                "The picture changes inside the file (%s%s); it is fitted into the same shape."
                    .formatted(places, facts.changes().size() > MOST_PLACES ? " …" : "")));
  }

  private static String place(StreamScan.Change change, Rational seconds) {
    String size =
        change.width() == 0 ? "" : "to %d × %d ".formatted(change.width(), change.height());
    return size + "at " + MediaTime.timecode(seconds);
  }

  private void shape() {
    if (!video.crop().equals(Crop.NONE)) {
      add(
          FindingCode.CROPPED,
          "Edges that are not meant to be seen are cut off: %d × %d of %d × %d are shown."
              .formatted(
                  video.crop().width(video.width()),
                  video.crop().height(video.height()),
                  video.width(),
                  video.height()));
    }
    if (video.mirrored()) {
      add(FindingCode.MIRRORED, "Left and right are exchanged, as the file asks for.");
    }
    switch (video.rotationDegrees()) {
      case 90, 270 ->
          add(
              FindingCode.ROTATED,
              "The picture is turned by %d° because the camera was held upright."
                  .formatted(video.rotationDegrees()));
      case 180 ->
          add(
              FindingCode.ROTATED,
              "The picture is turned by 180° because the camera was upside down.");
      default -> {}
    }
    if (!video.sampleAspectRatio().equals(Rational.ONE)) {
      add(
          FindingCode.PIXELS_SQUARED,
          "The pixels are not square (%s); the picture is stretched to its true shape."
              .formatted(video.sampleAspectRatio()));
    }
    if (video.width() % 2 != 0 || video.height() % 2 != 0) {
      add(
          FindingCode.SIZE_MADE_EVEN,
          "The picture is %d × %d; it is scaled to an even size."
              .formatted(video.width(), video.height()));
    }
  }

  private void colour(Colour tagged) {
    if (!tagged.orElse(Colour.BT709).equals(tagged)) {
      add(
          FindingCode.COLOUR_ASSUMED,
          "The colour is not (fully) tagged and is taken for %s because of the picture's size."
              .formatted(ColourRule.name(video.colour())));
    }
    if (PixelFormats.rgb(video.pixelFormat())) {
      add(FindingCode.RGB_CONVERTED, "The picture is stored as RGB and is converted to YUV 4:2:0.");
    } else if (tagged.fullRange()) {
      add(
          FindingCode.RANGE_LIMITED,
          "The brightness uses the full range and is converted to video range.");
    }
  }

  private void samples() {
    if (PixelFormats.alpha(video.pixelFormat())) {
      add(FindingCode.ALPHA_OVER_BLACK, "Where the picture is transparent, black is seen.");
    }
    String chroma = PixelFormats.finerChroma(video.pixelFormat());
    if (!chroma.isEmpty()) {
      add(
          FindingCode.CHROMA_REDUCED,
          "The colour resolution is reduced from " + chroma + " to 4:2:0.");
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
          Finding.of(
              FindingCode.BITRATE_LOW,
              "The picture has only %s, little for %d × %d in %s; the title cannot look better."
                  .formatted(
                      Words.bitrate(video.bitsPerSecond()),
                      video.width(),
                      video.height(),
                      video.codec())));
    }
  }

  private void add(FindingCode code, String message) {
    findings.add(Finding.of(code, message));
  }
}
