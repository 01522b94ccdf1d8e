package dev.reelway.manifest.report;

import dev.reelway.contracts.plan.DynamicRange;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.TextFormat;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.title.AudioTrack;
import dev.reelway.contracts.title.TextTrack;
import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.title.VideoTrack;
import dev.reelway.contracts.work.EncodedTrackPart.Quality;
import dev.reelway.contracts.work.MadePart;
import dev.reelway.contracts.work.PartDetail.Score;
import dev.reelway.contracts.work.SegmentEntry;
import dev.reelway.manifest.BitrateWindow;
import dev.reelway.manifest.SegmentTimes;
import dev.reelway.manifest.report.VersionReport.Rung;
import dev.reelway.manifest.report.VersionReport.Series;
import dev.reelway.manifest.report.VersionReport.Sound;
import dev.reelway.manifest.report.VersionReport.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What came out: every track with its size, rate and quality. */
final class Renditions {

  private final ReportInput input;
  private final EncodePlan plan;
  private final long targetSeconds;

  Renditions(ReportInput input) {
    this.input = input;
    this.plan = input.plan();
    this.targetSeconds = SegmentTimes.targetSeconds(input.presentation());
  }

  List<Rung> video() {
    return input.presentation().video().stream().map(this::rung).toList();
  }

  List<Sound> sound() {
    return input.presentation().audio().stream().map(this::sound).toList();
  }

  List<Text> text() {
    return input.presentation().text().stream().map(Renditions::text).toList();
  }

  private Rung rung(VideoTrack track) {
    BitrateWindow rate = BitrateWindow.of(track, targetSeconds);
    Optional<RungPlan> planned =
        plan.rungs().stream().filter(rung -> rung.track().equals(track.id())).findFirst();
    return new Rung(
        track.id(),
        track.name(),
        track.codec(),
        planned.map(Renditions::family).orElse(Words.format(track.codec())),
        track.width(),
        track.height(),
        Words.rate(track.rate()),
        rate.averageBitsPerSecond(),
        rate.peakBitsPerSecond(),
        planned.map(RungPlan::maxBitsPerSecond).orElse(0L),
        bytes(track),
        Optional.ofNullable(input.outcome().quality().get(track.id()))
            .filter(quality -> quality.frames() > 0)
            .map(Quality::xpsnrLuma)
            .map(Renditions::hundredths),
        bitrate(track),
        scores(track.id()));
  }

  private static String family(RungPlan rung) {
    String codec =
        switch (rung.codec()) {
          case H264 -> "H.264";
          case HEVC -> "HEVC";
          case AV1 -> "AV1";
        };
    return rung.dynamicRange() == DynamicRange.HDR ? codec + " HDR" : codec;
  }

  private Sound sound(AudioTrack track) {
    BitrateWindow rate = BitrateWindow.of(track, targetSeconds);
    return new Sound(
        track.id(),
        track.name(),
        track.language(),
        track.codec(),
        Words.format(track.codec()) + " " + Words.channels(track.channels()),
        rate.averageBitsPerSecond(),
        rate.peakBitsPerSecond(),
        bytes(track),
        Optional.ofNullable(input.outcome().loudness().get(track.id())));
  }

  private static Text text(TextTrack track) {
    return new Text(
        track.id(), track.name(), track.language(), words(track.format()), bytes(track));
  }

  private static String words(TextFormat format) {
    return switch (format) {
      case WEBVTT -> "WebVTT (HLS)";
      case WVTT -> "WebVTT in MP4 (DASH)";
      case IMSC1 -> "IMSC1 in MP4";
    };
  }

  private static long bytes(Track track) {
    return track.segments().stream().mapToLong(SegmentEntry::sizeBytes).sum();
  }

  private static Series bitrate(Track track) {
    double timescale = track.timescale();
    return new Series(
        track.segments().stream()
            .map(segment -> thousandths(segment.startTicks() / timescale))
            .toList(),
        track.segments().stream()
            .map(s -> (double) Math.round(s.sizeBytes() * 8 * timescale / s.durationTicks()))
            .toList());
  }

  private Series scores(String track) {
    FrameRate rate = plan.grid().rate();
    List<Score> scores =
        input.tasks().stream()
            .flatMap(task -> task.parts().stream())
            .filter(part -> part.track().equals(track))
            .map(MadePart::detail)
            .flatMap(detail -> detail.scores().stream())
            .sorted(Comparator.comparingLong(Score::frame))
            .toList();
    return new Series(
        scores.stream().map(score -> seconds(rate, score.frame())).toList(),
        scores.stream().map(Score::decibels).toList());
  }

  /** When a frame is shown. */
  static double seconds(FrameRate rate, long frame) {
    return thousandths(rate.timeOf(frame).seconds().toDouble());
  }

  static double thousandths(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  private static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
