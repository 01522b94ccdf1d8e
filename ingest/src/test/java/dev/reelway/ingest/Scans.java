package dev.reelway.ingest;

import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.Master;
import dev.reelway.contracts.master.SeekPoint;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.ingest.inspect.MasterInspector;
import dev.reelway.ingest.inspect.ScannedFile;
import dev.reelway.media.scan.CaptionScan;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.scan.StreamScan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Scans of masters as the scanner would give them. */
public final class Scans {

  /** A master whose content nobody looks at. */
  public static final Master MASTER = new Master("film.mov", 1_000_000, "ab".repeat(32));

  private Scans() {}

  public static MasterScan of(StreamScan... streams) {
    return new MasterScan("mov,mp4", ClockMap.EVEN, List.of(streams), OptionalLong.empty());
  }

  public static MasterScan of(PictureScan picture, StreamScan... more) {
    return of(
        Stream.concat(Stream.of(picture.build()), Stream.of(more)).toArray(StreamScan[]::new));
  }

  public static Inspection inspect(MasterScan scan) {
    return inspect(scan, SourceOptions.STRICT);
  }

  public static Inspection inspect(MasterScan scan, SourceOptions options) {
    return MasterInspector.inspect(new ScannedFile(MASTER, scan), List.of(), options);
  }

  public static Inspection inspect(PictureScan picture, StreamScan... more) {
    return inspect(of(picture, more));
  }

  /** {@code frames} frames of {@code rate}, each rounded to milliseconds. */
  public static long[] milliseconds(FrameRate rate, int frames) {
    long[] ticks = new long[frames];
    for (int i = 0; i < frames; i++) {
      ticks[i] = rate.framesPerSecond().inverse().times(i).times(1000).round();
    }
    return ticks;
  }

  /** An even picture of {@code seconds} at {@code rate} in the rate's own timescale. */
  public static PictureScan picture(FrameRate rate, int seconds) {
    int frames = rate.framesIn(Rational.of(seconds));
    return new PictureScan()
        .timeBase(new Rational(1, rate.timescale()))
        .times(
            TickRuns.fromTriples(List.of(new long[] {0, rate.frameDurationTicks(), frames})),
            frames * rate.frameDurationTicks());
  }

  /** A stereo sound track of {@code seconds} that starts at 0. */
  public static StreamScan sound(int index, String language, int seconds) {
    return sound(index, language, true, false, 0, seconds * 48_000L);
  }

  public static StreamScan sound(
      int index,
      String language,
      boolean decodable,
      boolean isDefault,
      long firstTicks,
      long endTicks) {
    return new StreamScan(
        index,
        "audio",
        "aac",
        "LC",
        decodable,
        false,
        false,
        isDefault,
        language,
        "",
        new Rational(1, 48_000),
        100,
        1_000_000,
        firstTicks,
        endTicks,
        Optional.empty(),
        Optional.of(new StreamScan.Audio(48_000, 2, "stereo")));
  }

  /** A subtitle stream with marks of the container. */
  public static StreamScan text(int index, String codec, String language, String... marks) {
    return text(index, codec, language, List.of(marks), CaptionScan.NONE);
  }

  /** A caption track. */
  public static StreamScan captions(int index, String language, CaptionScan captions) {
    return text(index, "eia_608", language, List.of(), captions);
  }

  private static StreamScan text(
      int index, String codec, String language, List<String> marks, CaptionScan captions) {
    return new StreamScan(
        index,
        "subtitle",
        codec,
        "",
        true,
        false,
        false,
        false,
        marks,
        captions,
        language,
        "",
        new Rational(1, 1000),
        10,
        1000,
        1000,
        9000,
        Optional.empty(),
        Optional.empty());
  }

  /** A stream that is neither picture nor sound. */
  public static StreamScan other(int index, String type) {
    return new StreamScan(
        index,
        type,
        "",
        "",
        false,
        false,
        false,
        false,
        "und",
        "",
        new Rational(1, 1000),
        10,
        1000,
        0,
        1000,
        Optional.empty(),
        Optional.empty());
  }

  /** One key packet per picture is enough here. */
  static List<SeekPoint> seekPoints(TickRuns times, int distance) {
    return IntStream.range(0, times.size())
        .filter(i -> i % distance == 0)
        .mapToObj(i -> new SeekPoint(times.get(i), times.get(i), i))
        .toList();
  }
}
