package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.Master;
import dev.reelway.contracts.master.Pulldown;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.media.scan.PictureAnalysis;
import dev.reelway.media.scan.StreamScan;
import java.util.List;
import java.util.Optional;

/** Decides rate, frame map and colour of the picture and refuses what cannot be encoded. */
final class PictureInspector {

  private static final FrameRate STILL = FrameRate.of(25, 1);

  private final Master master;
  private final StreamScan stream;
  private final StreamScan.Video facts;
  private final List<Finding> findings;
  private final Optional<Pulldown> pulldown;
  private final FieldOrder order;
  private final PictureClock clock;

  PictureInspector(
      Master master,
      StreamScan stream,
      Optional<PictureAnalysis> seen,
      Rational soundEnd,
      List<Finding> findings) {
    this.master = master;
    this.stream = stream;
    this.facts = stream.video().orElseThrow();
    this.findings = findings;
    PictureSize.check(master, facts.width(), facts.height());
    this.pulldown = seen.flatMap(this::pulldown);
    this.order =
        pulldown.isPresent() ? FieldOrder.PROGRESSIVE : FieldOrderRule.of(facts, seen, findings);
    this.clock = PictureClock.of(stream, order).withSoundUntil(soundEnd);
    pulldown.map(PulldownRule::undone).ifPresent(findings::add);
  }

  private Optional<Pulldown> pulldown(PictureAnalysis seen) {
    PictureClock video = PictureClock.of(stream, FieldOrder.PROGRESSIVE);
    return constantRate(video).flatMap(rate -> PulldownRule.constant(seen, rate, video.times()));
  }

  VideoStream inspect() {
    TimeStamps.check(master, facts.presentationTimes(), stream.endTicks(), stream.timeBase());
    findings.addAll(TimeStamps.standing(facts.presentationTimes(), stream.timeBase()));
    GridRate grid = gridRate();
    Colour tagged = ColourRule.tagged(facts);
    HdrInspector.refuse(master, facts.hdr());
    Colour colour = tagged.orElse(ColourRule.fallback(facts, tagged, grid.rate()));
    VideoStream video = video(grid, frameMap(grid), colour);
    findings.addAll(HdrInspector.findings(facts.hdr(), colour));
    findings.addAll(PictureFindings.of(video, tagged));
    findings.addAll(PictureFindings.changes(stream));
    return video;
  }

  /** Rates that no title may have are brought to one that it may, like uneven ones. */
  private GridRate gridRate() {
    if (clock.times().size() == 1) {
      return GridRate.variable(STILL);
    }
    return pulldown
        .map(Pulldown::filmRate)
        .or(() -> constantRate(clock))
        .map(GridRate::constant)
        .orElseGet(
            () ->
                GridRate.variable(
                    new VariableRate(clock.timeBase(), clock.times().toArray()).choose()));
  }

  private static Optional<FrameRate> constantRate(PictureClock clock) {
    return clock.times().size() < 2
        ? Optional.empty()
        : new ConstantRate(clock.timeBase(), clock.averageRate(), clock.times())
            .find()
            .filter(StandardRates::allowed);
  }

  /** The identity for a constant-rate master without pulldown. */
  private TickRuns frameMap(GridRate grid) {
    if (pulldown.isPresent()) {
      return PulldownRule.frames(clock.times(), pulldown.get());
    }
    if (!grid.variable()) {
      return clock.times();
    }
    TickRuns times = clock.times();
    Rational timeBase = clock.timeBase();
    Range.ofTicks(timeBase, times.first(), clock.endTicks()).refuseTooLong(master);
    if (times.size() > 1) {
      TimeStamps.checkGap(master, times.first(), times.last(), clock.endTicks(), timeBase);
    }
    FrameMap map = FrameMap.of(times.toArray(), clock.endTicks(), timeBase, grid.rate());
    findings.add(PictureFindings.variableRate(grid.rate(), map));
    return map.times();
  }

  private VideoStream video(GridRate grid, TickRuns frameMap, Colour colour) {
    return new VideoStream(
        stream.index(),
        stream.codec(),
        stream.profile(),
        facts.width(),
        facts.height(),
        PixelShape.of(facts.sampleAspectRatio(), findings),
        facts.crop(),
        facts.mirrored(),
        facts.rotationDegrees(),
        facts.pixelFormat(),
        facts.bitDepth(),
        colour,
        HdrInspector.metadata(facts.hdr(), colour),
        order,
        pulldown,
        clock.timeBase(),
        grid.rate(),
        grid.variable(),
        clock.times(),
        frameMap,
        clock.seekPoints(),
        MasterInspector.bitsPerSecond(stream));
  }
}
