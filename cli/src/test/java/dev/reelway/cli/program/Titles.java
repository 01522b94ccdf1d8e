package dev.reelway.cli.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Titles that the program made, each once per process of tests. Tests only read them. */
public final class Titles {

  /** The master that is part of the repository: 52 s of film at 24 frames per second. */
  static final Path SAMPLE_MASTER =
      Path.of("..", "samples", "masters", "sintel-trailer-720p24.mp4");

  private static final String SAMPLE_LADDER =
      """
      segmentSeconds: 2
      rungs:
        - {height: 720, preset: ultrafast, crf: 26, maxBitrate: 3000k}
        - {height: 360, preset: veryfast, crf: 27, maxBitrate: 900k}
        - {height: 180, preset: veryfast, crf: 28, maxBitrate: 300k}
      """;

  static final Path SHORT_MASTER = Path.of("..", "samples", "masters", "wave-croatia-1080p25.mp4");

  private static final String AV1_LADDER =
      """
      segmentSeconds: 2
      rungs:
        - {height: 360, codec: av1, preset: 11, crf: 40, maxBitrate: 900k}
        - {height: 180, codec: av1, preset: 12, crf: 45, maxBitrate: 300k}
      """;

  private static final String MIXED_LADDER =
      AV1_LADDER
          + """
            - {height: 360, codec: hevc, preset: ultrafast, crf: 28, maxBitrate: 900k}
            - {height: 180, codec: hevc, preset: ultrafast, crf: 30, maxBitrate: 300k}
            - {height: 360, preset: ultrafast, crf: 28, maxBitrate: 900k}
            - {height: 180, preset: ultrafast, crf: 30, maxBitrate: 300k}
          """;

  private static final String SCRUBBING_LADDER =
      """
      segmentSeconds: 6
      rungs:
        - {height: 180, preset: ultrafast, crf: 30, maxBitrate: 300k}
      """;

  private static final Path ROOT =
      Path.of("target", "titles" + System.getProperty("reelway.fork", "")).toAbsolutePath();

  private static Path sample;
  private static Path television;

  private Titles() {}

  /** The sample master on three rungs. */
  public static synchronized Path sample() throws IOException, InterruptedException {
    if (sample == null) {
      Path folder = emptyFolder("sample");
      Path ladder = Files.writeString(folder.resolve("ladder.yaml"), SAMPLE_LADDER);
      sample = encode(SAMPLE_MASTER, ladder, folder.resolve("title"));
    }
    return sample;
  }

  /** Eight seconds without sound at 25 frames per second, in AV1 alone. */
  public static Path av1() throws IOException, InterruptedException {
    return encodeShort("av1", AV1_LADDER);
  }

  /** The same in AV1, HEVC and H.264. */
  public static Path mixed() throws IOException, InterruptedException {
    return encodeShort("mixed", MIXED_LADDER);
  }

  /** The same in H.264 alone, with segments of six seconds and tiles of four images. */
  public static Path scrubbing() throws IOException, InterruptedException {
    return encodeShort("scrubbing", SCRUBBING_LADDER);
  }

  private static Path encodeShort(String name, String ladder)
      throws IOException, InterruptedException {
    Path folder = emptyFolder(name);
    Path file = Files.writeString(folder.resolve("ladder.yaml"), ladder);
    return encode(SHORT_MASTER, file, folder.resolve("title"));
  }

  /** {@link Masters#television} on two rungs. */
  public static synchronized Path television() throws IOException, InterruptedException {
    if (television == null) {
      Path folder = emptyFolder("television");
      television =
          encode(Masters.television(folder), Masters.ladder(folder), folder.resolve("title"));
    }
    return television;
  }

  /** All of them. */
  static List<Path> all() throws IOException, InterruptedException {
    return List.of(sample(), television());
  }

  private static Path encode(Path master, Path ladder, Path title)
      throws IOException, InterruptedException {
    ReelwayProcess.run("encode", master, "--ladder", ladder, "--out", title).succeeded();
    return title;
  }

  private static Path emptyFolder(String name) throws IOException {
    Path folder = ROOT.resolve(name);
    Folders.delete(folder);
    return Files.createDirectories(folder);
  }
}
