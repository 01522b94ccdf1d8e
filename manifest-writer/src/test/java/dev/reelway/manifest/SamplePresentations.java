package dev.reelway.manifest;

import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.plan.TextFormat;
import dev.reelway.contracts.plan.ThumbnailPlan;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.contracts.title.AudioTrack;
import dev.reelway.contracts.title.ImageTrack;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.title.TextTrack;
import dev.reelway.contracts.title.VideoTrack;
import dev.reelway.contracts.work.KeyPicture;
import dev.reelway.contracts.work.SegmentEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Titles as the packager gives them: all times from a real grid, sizes made up but fixed. */
public final class SamplePresentations {

  private static final int PRIMING = 1024;
  private static final int SAMPLE_RATE = 48000;

  private SamplePresentations() {}

  /** By the name of their goldens. */
  public static Map<String, Presentation> all() {
    Map<String, Presentation> all = new LinkedHashMap<>();
    all.put("film-23976", film());
    all.put("drama-25-two-languages", drama());
    all.put("sports-5994-half-rate-rung", sports());
    all.put("podcast-audio-only", podcast());
    all.put("silent-24-video-only", silent());
    all.put("hdr-beside-sdr", hdr());
    all.put("short-300-ms", shorty());
    all.put("subtitled-2997", subtitled());
    all.put("scrubbing-25", scrubbing());
    all.put("subtitled-imsc1", subtitledInImsc1());
    return all;
  }

  /** 24000/1001, three rungs, one language. */
  public static Presentation film() {
    SegmentGrid grid = grid(FrameRate.of(24000, 1001), 1, 1500);
    return new Presentation(
        grid.duration(),
        List.of(
            video("v1080", 1920, 1080, "avc1.640028", 5_000_000, 1, grid),
            video("v720", 1280, 720, "avc1.64001f", 1_900_000, 1, grid),
            video("v360", 640, 360, "avc1.64001e", 700_000, 1, grid)),
        List.of(audio("a-eng", "English", "en", true, grid)),
        List.of());
  }

  /** 25 fps with names that need care: quotes, the same name twice, an unknown language. */
  public static Presentation drama() {
    SegmentGrid grid = grid(FrameRate.of(25, 1), 1, 500);
    return new Presentation(
        grid.duration(),
        List.of(
            video("v720", 1280, 720, "avc1.64001f", 2_500_000, 1, grid),
            video("v240", 426, 240, "avc1.640015", 300_000, 1, grid)),
        List.of(
            audio("a-deu", "Deutsch", "de", true, grid),
            audio("a-fra", "Fran\u00e7ais \"VO\" <5>", "fr", false, grid),
            audio("a-deu2", "Deutsch", "de", false, grid),
            audio("a-und", "", "und", false, grid)),
        List.of());
  }

  /** 60000/1001; the small rung shows every second frame, the odd last one longer. */
  public static Presentation sports() {
    SegmentGrid grid = grid(FrameRate.of(60000, 1001), 2, 2517);
    return new Presentation(
        grid.duration(),
        List.of(
            video("v1080", 1920, 1080, "avc1.64002a", 8_000_000, 1, grid),
            video("v360", 640, 360, "avc1.64001e", 900_000, 2, grid)),
        List.of(audio("a-eng", "English", "en", true, grid)),
        List.of());
  }

  /** No picture: the grid counts AAC frames. */
  public static Presentation podcast() {
    SegmentGrid grid = grid(FrameRate.of(SAMPLE_RATE, 1024), 1, 3000);
    return new Presentation(
        grid.duration(),
        List.of(),
        List.of(audio("a-eng", "English", "en", true, grid)),
        List.of());
  }

  /** No sound. */
  public static Presentation silent() {
    SegmentGrid grid = grid(FrameRate.of(24, 1), 1, 24 * 40);
    return new Presentation(
        grid.duration(),
        List.of(video("v480", 854, 480, "avc1.64001f", 1_200_000, 1, grid)),
        List.of(),
        List.of());
  }

  /** The same picture as PQ and as SDR. */
  public static Presentation hdr() {
    SegmentGrid grid = grid(FrameRate.of(50, 1), 1, 1000);
    VideoTrack sdr = video("v720", 1280, 720, "avc1.640020", 3_000_000, 1, grid);
    VideoTrack pq =
        new VideoTrack(
            "h720",
            "720p HDR",
            "hvc1.2.4.L120.B0",
            sdr.timescale(),
            1280,
            720,
            sdr.rate(),
            new Colour(9, 16, 9, false),
            sdr.segments());
    return new Presentation(grid.duration(), List.of(pq, sdr), List.of(), List.of());
  }

  /** Shorter than half a second: one segment of everything. */
  public static Presentation shorty() {
    SegmentGrid grid = grid(FrameRate.of(30, 1), 1, 9);
    return new Presentation(
        grid.duration(),
        List.of(video("v360", 640, 360, "avc1.64001e", 700_000, 1, grid)),
        List.of(audio("a-eng", "English", "en", true, grid)),
        List.of());
  }

  /** 30000/1001 with text of every role, each in both formats. */
  public static Presentation subtitled() {
    SegmentGrid grid = grid(FrameRate.of(30000, 1001), 1, 600);
    List<TextTrack> text = new ArrayList<>();
    for (TextFormat format : List.of(TextFormat.WEBVTT, TextFormat.WVTT)) {
      text.add(text("t-eng", "English", "en", TrackRole.MAIN, format, grid));
      text.add(text("t-sdh", "English (SDH)", "en", TrackRole.SDH, format, grid));
      text.add(text("t-deu", "German (forced)", "de", TrackRole.FORCED, format, grid));
      text.add(text("t-com", "English (commentary)", "en", TrackRole.COMMENTARY, format, grid));
      text.add(text("t-und", "Subtitles", "und", TrackRole.MAIN, format, grid));
    }
    return new Presentation(
        grid.duration(),
        List.of(video("v360", 640, 360, "avc1.64001e", 700_000, 1, grid)),
        List.of(audio("a-eng", "English", "en", true, grid)),
        text);
  }

  /** Fast forward and thumbnails; the last segment is longer than the others. */
  public static Presentation scrubbing() {
    SegmentGrid grid = grid(FrameRate.of(25, 1), 1, 460);
    List<VideoTrack> rungs =
        List.of(
            withKeys(video("v720", 1280, 720, "avc1.64001f", 2_500_000, 1, grid), 1),
            withKeys(video("v360", 640, 360, "avc1.64001e", 700_000, 1, grid), 1));
    return new Presentation(
        grid.duration(),
        rungs,
        List.of(audio("a-eng", "English", "en", true, grid)),
        List.of(),
        List.of(withKeys(video("v360-ff", 640, 360, "avc1.64001e", 120_000, 25, grid), 6)),
        Optional.of(thumbnails(grid)),
        Optional.empty());
  }

  /** The same track with {@code count} key pictures in each segment. */
  private static VideoTrack withKeys(VideoTrack track, int count) {
    List<SegmentEntry> segments = new ArrayList<>();
    for (SegmentEntry segment : track.segments()) {
      long share = (segment.sizeBytes() - 24) / (count + 1);
      List<KeyPicture> keys = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        long start = segment.startTicks() + 6 * track.timescale() * i / count;
        keys.add(new KeyPicture(start, 24 + share * i, share));
      }
      segments.add(
          new SegmentEntry(
              segment.number(),
              segment.startTicks(),
              segment.durationTicks(),
              segment.sizeBytes(),
              keys));
    }
    return new VideoTrack(
        track.id(),
        track.name(),
        track.codec(),
        track.timescale(),
        track.width(),
        track.height(),
        track.rate(),
        track.colour(),
        segments);
  }

  private static ImageTrack thumbnails(SegmentGrid grid) {
    long tile = grid.segmentFrames() * grid.rate().frameDurationTicks();
    List<SegmentEntry> tiles = new ArrayList<>();
    for (int i = 0; i < ThumbnailPlan.tileCount(grid); i++) {
      long start = ThumbnailPlan.startTicks(grid, i);
      long duration = ThumbnailPlan.startTicks(grid, i + 1) - start;
      tiles.add(new SegmentEntry(i + 1, start, duration, 20_000 + 1000L * i));
    }
    return new ImageTrack("thumbs", grid.rate().timescale(), 320, 180, 2, 2, tile, tiles);
  }

  /** Text of one format for HLS and DASH. */
  static Presentation subtitledInImsc1() {
    SegmentGrid grid = grid(FrameRate.of(25, 1), 1, 500);
    return new Presentation(
        grid.duration(),
        List.of(video("v360", 640, 360, "avc1.64001e", 700_000, 1, grid)),
        List.of(audio("a-eng", "English", "en", true, grid)),
        List.of(
            text("t-eng", "English", "en", TrackRole.MAIN, TextFormat.IMSC1, grid),
            text("t-deu", "German (SDH)", "de", TrackRole.SDH, TextFormat.IMSC1, grid)));
  }

  private static TextTrack text(
      String id,
      String name,
      String language,
      TrackRole role,
      TextFormat format,
      SegmentGrid grid) {
    List<SegmentEntry> segments = new ArrayList<>();
    long start = 0;
    for (int i = 0; i < grid.segmentCount(); i++) {
      long end = grid.start(i + 1).seconds().times(1000).round();
      segments.add(new SegmentEntry(i + 1, start, end - start, 90 + 50L * i));
      start = end;
    }
    boolean files = format == TextFormat.WEBVTT;
    return new TextTrack(
        id + (files ? "-vtt" : "-mp4"),
        name,
        switch (format) {
          case WEBVTT -> "stxt";
          case WVTT -> "wvtt";
          case IMSC1 -> "stpp.ttml.im1t";
        },
        1000,
        language,
        role,
        false,
        format,
        segments);
  }

  private static SegmentGrid grid(FrameRate rate, int divisor, long frames) {
    return SegmentGrid.near(rate, Rational.of(2), Rational.of(6), divisor, frames);
  }

  private static VideoTrack video(
      String id, int width, int height, String codec, long rate, int divisor, SegmentGrid grid) {
    FrameRate own = grid.rate().dividedBy(divisor);
    List<SegmentEntry> segments = new ArrayList<>();
    for (int i = 0; i < grid.segmentCount(); i++) {
      long first = SegmentGrid.renditionFrames(grid.firstFrame(i), divisor);
      long end = SegmentGrid.renditionFrames(grid.firstFrame(i + 1), divisor);
      long start = own.timeOf(first).ticks();
      segments.add(segment(i, start, own.timeOf(end).ticks() - start, own.timescale(), rate));
    }
    String name = height + "p";
    return new VideoTrack(
        id, name, codec, own.timescale(), width, height, own, Colour.BT709, segments);
  }

  private static AudioTrack audio(
      String id, String name, String language, boolean isDefault, SegmentGrid grid) {
    long samples = grid.audioSamples(SAMPLE_RATE);
    long frames = (PRIMING + samples + 1023) / 1024;
    List<SegmentEntry> segments = new ArrayList<>();
    for (int i = 0; i < grid.segmentCount(); i++) {
      long start = sample(grid.firstAudioFrame(i, SAMPLE_RATE, PRIMING, 1024, frames), samples);
      long end = sample(grid.firstAudioFrame(i + 1, SAMPLE_RATE, PRIMING, 1024, frames), samples);
      segments.add(segment(i, start, end - start, SAMPLE_RATE, 128_000));
    }
    return new AudioTrack(
        id,
        name,
        "mp4a.40.2",
        SAMPLE_RATE,
        SAMPLE_RATE,
        2,
        language,
        TrackRole.MAIN,
        isDefault,
        segments);
  }

  private static long sample(long frame, long samples) {
    return Math.min(samples, Math.max(0, frame * 1024 - PRIMING));
  }

  /** Sizes swing by up to a third around the rate, always in the same way. */
  private static SegmentEntry segment(
      int index, long start, long duration, long timescale, long bitsPerSecond) {
    long swing = 100 + (index * 37L + bitsPerSecond / 1000) % 67 - 33;
    long bytes = Math.max(1, bitsPerSecond * duration / timescale / 8 * swing / 100);
    return new SegmentEntry(index + 1, start, duration, bytes);
  }
}
