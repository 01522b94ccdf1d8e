package dev.reelway.manifest.report;

import dev.reelway.conformance.rule.Verdict;
import dev.reelway.conformance.rule.VerdictDocument;
import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.Crop;
import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.HdrMetadata;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.Loudness;
import dev.reelway.contracts.master.Master;
import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.Cost;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.VideoCodec;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.title.TitleReport;
import dev.reelway.contracts.title.VideoTrack;
import dev.reelway.contracts.work.BrokenRule;
import dev.reelway.contracts.work.Effort;
import dev.reelway.contracts.work.EncodedTrackPart.Quality;
import dev.reelway.contracts.work.MadePart;
import dev.reelway.contracts.work.PackagedTask;
import dev.reelway.contracts.work.PartDetail;
import dev.reelway.contracts.work.PartDetail.Score;
import dev.reelway.contracts.work.PartDetail.Still;
import dev.reelway.manifest.SamplePresentations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** What reports are made from, for the film among the sample presentations. */
final class SampleReports {

  private static final Presentation FILM = SamplePresentations.film();
  private static final SegmentGrid GRID = new SegmentGrid(FrameRate.of(24000, 1001), 48, 144, 1500);
  private static final List<ChunkPlan> CHUNKS =
      List.of(new ChunkPlan(0, 0, 6, 0, 864), new ChunkPlan(1, 6, 5, 864, 636));

  private static final VerdictDocument VERDICT =
      new VerdictDocument(
          "titles/film/",
          0,
          0,
          1,
          new Verdict.Checked(14, 4, 80, 9_000, 12_345_678),
          List.of(
              new BrokenRule(
                  "HLS_PEAK_RATE",
                  "INFO",
                  "Apple HLS authoring 1.29",
                  "The peak is at most twice the average.",
                  "at most 2000000 bit/s",
                  "2400000 bit/s",
                  "tracks/video-720",
                  "tracks/video-720/media.m3u8",
                  Optional.empty(),
                  Optional.empty(),
                  0)));

  private SampleReports() {}

  /** A film in two chunks, of which the second one was found on its two lower rungs. */
  static ReportInput film(String title) {
    return new ReportInput(
        title,
        3,
        plan(title),
        new TitleReport(
            FILM, quality(), loudness(), List.of("Bridged 0.2 s at 0:00:41.000."), Map.of()),
        List.of(chunk(0), chunk(1), sound()),
        Optional.of(new Effort(1_000, 900, 700)),
        Optional.of(new Effort(2_000, 15, 12)),
        Optional.of(new Effort(60_000, 140, 35)),
        Optional.of(VERDICT));
  }

  /** A frame of every GOP. */
  private static List<Score> scores(ChunkPlan chunk, int rung) {
    return LongStream.iterate(chunk.firstFrame() + 6, f -> f < chunk.endFrame(), f -> f + 48)
        .mapToObj(frame -> new Score(frame, 44 - 3 * rung - frame * 7 % 11 * 0.4))
        .toList();
  }

  private static PackagedTask chunk(int number) {
    ChunkPlan chunk = CHUNKS.get(number);
    List<MadePart> parts = new ArrayList<>();
    for (int rung = 0; rung < FILM.video().size(); rung++) {
      List<Score> scores = scores(chunk, rung);
      Score worst = scores.get(3);
      parts.add(
          new MadePart(
              FILM.video().get(rung).id(),
              chunk.frameCount(),
              1_000_000,
              number == 1 && rung > 0,
              new PartDetail(
                  scores,
                  List.of(new Still(worst, "work/chunks/" + number + rung + "-0.jpg")),
                  Optional.of(new Effort(3_000 + 500L * number, 20_000, 18_500 - 4_000L * rung)))));
    }
    return new PackagedTask(
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        parts,
        Optional.of(new Effort(24_000 + 100L * number, 80, 30)),
        List.of());
  }

  private static PackagedTask sound() {
    PartDetail detail =
        new PartDetail(List.of(), List.of(), Optional.of(new Effort(3_000, 1_200, 1_150)));
    return new PackagedTask(
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(new MadePart(FILM.audio().get(0).id(), 2935, 900_000, false, detail)),
        Optional.of(new Effort(4_500, 40, 20)),
        List.of());
  }

  private static Map<String, Quality> quality() {
    Map<String, Quality> quality = new HashMap<>();
    for (int rung = 0; rung < FILM.video().size(); rung++) {
      int own = rung;
      CHUNKS.stream()
          .flatMap(chunk -> scores(chunk, own).stream())
          .map(score -> Quality.ofFrame(score.decibels()))
          .reduce(Quality::plus)
          .ifPresent(sum -> quality.put(FILM.video().get(own).id(), sum));
    }
    return quality;
  }

  private static Map<String, Loudness.Applied> loudness() {
    return Map.of(
        FILM.audio().get(0).id(), new Loudness.Applied(new Loudness(-23.1, 9.4, -1.2), 2.5));
  }

  private static EncodePlan plan(String title) {
    return new EncodePlan(
        EncodePlan.SCHEMA,
        "ab".repeat(32),
        "reelway-9+ffmpeg-8.0.1",
        true,
        inspection(title),
        GRID,
        FILM.video().stream().map(SampleReports::rung).toList(),
        List.of(),
        List.of(),
        CHUNKS,
        new Cost(100, 1, 2),
        List.of(Finding.of(FindingCode.LOUDNESS, "Loudness of track 1: -25.6 LUFS.")));
  }

  private static RungPlan rung(VideoTrack track) {
    return new RungPlan(
        track.id(),
        track.name(),
        track.width(),
        track.height(),
        1,
        track.rate(),
        VideoCodec.H264,
        "fast",
        Rational.of(23),
        6_000L * track.height(),
        6_000L * track.height(),
        40,
        8,
        track.colour(),
        HdrMetadata.NONE,
        Optional.empty());
  }

  private static Inspection inspection(String title) {
    return new Inspection(
        Inspection.SCHEMA,
        new Master(title + ".mov", 987_654_321, "cd".repeat(32)),
        List.of(),
        "mov,mp4,m4a,3gp,3g2,mj2",
        GRID.duration().seconds(),
        Rational.ZERO,
        ClockMap.EVEN,
        Optional.of(video()),
        List.of(audio(title)),
        List.of(),
        List.of(),
        List.of(
            new Finding("VARIABLE_RATE", Finding.Severity.INFO, "The frame rate is made constant."),
            Finding.of(FindingCode.MASTER_CUT, "Found in " + title + ".")));
  }

  private static VideoStream video() {
    TickRuns frames = TickRuns.of(LongStream.range(0, 1500).map(i -> i * 1001).toArray());
    return new VideoStream(
        0,
        "prores",
        "HQ",
        1920,
        1080,
        Rational.ONE,
        Crop.NONE,
        false,
        0,
        "yuv422p10le",
        10,
        Colour.BT709,
        HdrMetadata.NONE,
        FieldOrder.PROGRESSIVE,
        Optional.empty(),
        new Rational(1, 24000),
        GRID.rate(),
        true,
        frames,
        frames,
        List.of(),
        120_000_000);
  }

  private static AudioStream audio(String title) {
    return new AudioStream(
        0,
        1,
        "pcm_s24le",
        48000,
        2,
        "stereo",
        "eng",
        title,
        TrackRole.MAIN,
        true,
        new Rational(1, 48000),
        0,
        3_003_000,
        2_304_000,
        Optional.of(new Loudness(-25.6, 9.4, -3.7)));
  }
}
