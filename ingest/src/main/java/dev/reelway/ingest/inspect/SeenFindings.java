package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.scan.PictureAnalysis;
import dev.reelway.media.scan.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What people should know of what decoding the picture has shown. */
final class SeenFindings {

  private static final Rational BLACK_SECONDS = new Rational(3, 2);
  private static final Rational FROZEN_SECONDS = new Rational(5, 2);

  /** Natural pictures have a share of 0.03 and more, enlarged ones of less than 0.025. */
  private static final double LEAST_FINE_DETAIL = 0.025;

  /** Bars narrower than one fiftieth of the picture on either side are edges, not bars. */
  private static final int NARROWEST_BAR = 50;

  private final VideoStream video;
  private final PictureAnalysis picture;
  private final Rational duration;
  private final List<Finding> findings = new ArrayList<>();

  private SeenFindings(VideoStream video, PictureAnalysis picture, Rational duration) {
    this.video = video;
    this.picture = picture;
    this.duration = duration;
  }

  static List<Finding> of(VideoStream video, PictureAnalysis picture, Rational duration) {
    SeenFindings all = new SeenFindings(video, picture, duration);
    all.black();
    all.frozen();
    all.bars();
    all.detail();
    if (!picture.whole()) {
      all.add(
          FindingCode.LOOKED_AT_SAMPLES,
          "%d of %d pictures were looked at; the others may hold surprises."
              .formatted(picture.frames(), all.pictures()));
    }
    return all.findings;
  }

  private int pictures() {
    return video.presentationTimes().size() / video.fieldOrder().fields();
  }

  private void black() {
    List<Stretch> black = Stretches.atLeast(BLACK_SECONDS, picture.black());
    if (black.size() == 1 && Stretches.covers(black.get(0), duration)) {
      add(FindingCode.BLACK_STRETCH, "The picture is black from start to end.");
      return;
    }
    Predicate<Stretch> atEdge = stretch -> Stretches.atEdge(stretch, duration);
    List<Stretch> inside = black.stream().filter(atEdge.negate()).toList();
    List<Stretch> edges = black.stream().filter(atEdge).toList();
    if (!inside.isEmpty()) {
      add(FindingCode.BLACK_STRETCH, "The picture is black at " + Stretches.words(inside) + ".");
    }
    if (!edges.isEmpty()) {
      add(
          FindingCode.BLACK_EDGE,
          "The title starts or ends with black: " + Stretches.words(edges) + ".");
    }
  }

  private void frozen() {
    List<Stretch> moving = Stretches.without(picture.frozen(), picture.black());
    List<Stretch> frozen = Stretches.atLeast(FROZEN_SECONDS, moving);
    if (!frozen.isEmpty()) {
      add(
          FindingCode.FROZEN_STRETCH,
          "The picture stands still at " + Stretches.words(frozen) + ".");
    }
  }

  private void bars() {
    picture
        .content()
        .ifPresent(
            box -> {
              int sides = Math.min(box.left(), video.width() - 1 - box.right());
              int ends = Math.min(box.top(), video.height() - 1 - box.bottom());
              boolean pillars = sides * NARROWEST_BAR >= video.width();
              boolean letterbox = ends * NARROWEST_BAR >= video.height();
              if (pillars || letterbox) {
                add(
                    FindingCode.BARS,
                    "The picture has black bars burnt in %s; what is left is %d × %d."
                        .formatted(
                            where(pillars, letterbox),
                            box.right() - box.left() + 1,
                            box.bottom() - box.top() + 1));
              }
            });
  }

  private static String where(boolean pillars, boolean letterbox) {
    if (pillars && letterbox) {
      return "on all sides";
    }
    return pillars ? "left and right" : "above and below";
  }

  private void detail() {
    double share = picture.fineDetail().orElse(1);
    if (share < LEAST_FINE_DETAIL) {
      add(
          FindingCode.UPSCALED_LOOK,
          "The picture is %d × %d, but half the size would hold all its detail: it was enlarged, or is soft."
              .formatted(video.width(), video.height()));
    }
  }

  private void add(FindingCode code, String message) {
    findings.add(Finding.of(code, message));
  }
}
