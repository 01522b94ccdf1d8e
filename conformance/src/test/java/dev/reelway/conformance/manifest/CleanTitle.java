package dev.reelway.conformance.manifest;

import dev.reelway.isobmff.box.AudioSampleEntry;
import dev.reelway.isobmff.box.ColourInformationBox;
import dev.reelway.isobmff.box.PixelAspectRatioBox;
import dev.reelway.isobmff.box.VisualSampleEntry;
import dev.reelway.isobmff.read.TrackDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A title of fourteen seconds in two rungs, one language, subtitles, I-frames and thumbnails. */
public final class CleanTitle {
  /** Every text of the title, in the folder of test resources. */
  private static final List<String> TEXTS =
      List.of(
          "index.m3u8",
          "v1.m3u8",
          "v2.m3u8",
          "a.m3u8",
          "t.m3u8",
          "i.m3u8",
          "im.m3u8",
          "t1.vtt",
          "t2.vtt",
          "t3.vtt",
          "index.mpd");

  private static final int PICTURES = 12_800;
  private static final int SOUND = 48_000;

  private static final Map<String, String> READ = new ConcurrentHashMap<>();

  private CleanTitle() {}

  /** The title, in which nothing is wrong. */
  public static ManifestBench bench() {
    ManifestBench bench = new ManifestBench();
    TEXTS.forEach(path -> bench.text(path, resource(path)));
    rung(bench, "v1", 640, new int[] {60_000, 45_000, 20_000});
    rung(bench, "v2", 320, new int[] {30_000, 24_000, 10_000});
    sound(bench);
    for (int i = 1; i <= 2; i++) {
      bench.file("im" + i + ".jpg", jpeg(320, 180));
    }
    return bench;
  }

  private static String resource(String path) {
    return READ.computeIfAbsent(path, CleanTitle::read);
  }

  private static String read(String path) {
    try (InputStream in = CleanTitle.class.getResourceAsStream("/manifests/" + path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void rung(ManifestBench bench, String name, int width, int[] bytes) {
    bench.init(name + "/init.mp4", video(width, ColourInformationBox.BT_709));
    int[] seconds = {6, 6, 2};
    long start = 0;
    for (int i = 0; i < seconds.length; i++) {
      String path = name + "/" + (i + 1) + ".m4s";
      long duration = (long) seconds[i] * PICTURES;
      bench.segment(
          path,
          ManifestBench.fragmented(
              ManifestBench.measured(path, bytes[i], start, duration, PICTURES, 25 * seconds[i]),
              seconds[i] / 2,
              3000));
      start += duration;
    }
  }

  private static void sound(ManifestBench bench) {
    bench.init("a/init.mp4", sound(2, SOUND));
    int[] bytes = {12_000, 11_900, 4000};
    int[] packets = {282, 281, 93};
    long start = 0;
    for (int i = 0; i < packets.length; i++) {
      String path = "a/" + (i + 1) + ".m4s";
      long duration = 1024L * packets[i];
      bench.segment(
          path, ManifestBench.measured(path, bytes[i], start, duration, SOUND, packets[i]));
      start += duration;
    }
  }

  /** An init segment of pictures in 16:9. */
  public static TrackDescription video(int width, ColourInformationBox colour) {
    VisualSampleEntry entry =
        new VisualSampleEntry(
            VisualSampleEntry.AVC,
            width,
            width * 9 / 16,
            "",
            List.of(colour, PixelAspectRatioBox.SQUARE));
    String codec = width == 640 ? "avc1.64001e" : "avc1.64000d";
    return new TrackDescription(
        TrackDescription.Kind.VIDEO, codec, PICTURES, width, width * 9 / 16, 0, 0, "und", 0, entry);
  }

  /** An init segment of AAC. */
  public static TrackDescription sound(int channels, int rate) {
    AudioSampleEntry entry =
        new AudioSampleEntry(AudioSampleEntry.MPEG4_AUDIO, channels, 16, rate, List.of());
    return new TrackDescription(
        TrackDescription.Kind.AUDIO, "mp4a.40.2", SOUND, 0, 0, rate, channels, "eng", 0, entry);
  }

  /** No more of a JPEG than the header that tells its size. */
  public static byte[] jpeg(int width, int height) {
    return new byte[] {
      (byte) 0xff,
      (byte) 0xd8,
      (byte) 0xff,
      (byte) 0xc0,
      0,
      17,
      8,
      (byte) (height >> 8),
      (byte) height,
      (byte) (width >> 8),
      (byte) width,
      3,
      0,
      0,
      0,
      0
    };
  }
}
