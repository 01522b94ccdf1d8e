package dev.reelway.conformance.manifest;

import dev.reelway.conformance.dash.DashFamily;
import dev.reelway.conformance.hls.HlsFamily;
import dev.reelway.conformance.model.ManifestFamily;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Damages one text of the clean title after the other and judges what is left. Whatever the bytes
 * are, the judge must come to an end without an exception.
 */
public final class ManifestFuzz {
  private static final List<String> PLAYLISTS =
      List.of("index.m3u8", "v1.m3u8", "a.m3u8", "t.m3u8", "i.m3u8", "im.m3u8", "t1.vtt", "t2.vtt");

  /** Few, as most of the time would go into naming segments. */
  private static final int MOST_SEGMENTS = 1000;

  private ManifestFuzz() {}

  /**
   * Runs as many as you like by hand.
   *
   * @param args how many, and the first seed
   */
  public static void main(String[] args) throws IOException {
    long count = Long.parseLong(args[0]);
    long first = args.length > 1 ? Long.parseLong(args[1]) : 0;
    long slowestNanos = 0;
    long slowest = 0;
    for (long seed = first; seed < first + count; seed++) {
      long start = System.nanoTime();
      run(seed);
      long nanos = System.nanoTime() - start;
      if (nanos > slowestNanos) {
        slowestNanos = nanos;
        slowest = seed;
      }
    }
    System.out.println(
        count + " damaged texts, slowest " + slowestNanos / 1_000_000 + " ms of seed " + slowest);
  }

  /** Damages and judges once; the seed decides everything. */
  static void run(long seed) throws IOException {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    boolean mpd = random.nextInt(3) == 0;
    String path = mpd ? "index.mpd" : PLAYLISTS.get(random.nextInt(PLAYLISTS.size()));
    ManifestBench bench = CleanTitle.bench();
    byte[] damaged = Mutations.of(bench.place().files().get(path), random);
    bench.file(path, damaged);
    Map<String, ManifestFamily> tops =
        mpd ? Map.of(path, new DashFamily(MOST_SEGMENTS)) : Map.of("index.m3u8", new HlsFamily());
    try {
      bench.check(tops);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      String text = new String(damaged, StandardCharsets.UTF_8);
      throw new AssertionError("seed " + seed + ", " + path + ":\n" + text, e);
    }
  }
}
