package dev.reelway.cli.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small masters, and a small ladder for them. */
public final class Masters {

  /** Two rungs of different encoder structure: without and with B-frames. */
  private static final String SMALL_LADDER =
      """
      segmentSeconds: 2
      rungs:
        - {height: 180, preset: ultrafast, crf: 26, maxBitrate: 600k}
        - {height: 96, preset: veryfast, crf: 28, maxBitrate: 200k}
      """;

  private static final String PICTURE = "-f lavfi -i testsrc2=size=320x180:rate=%s ";
  private static final String SOUND = "-f lavfi -i sine=frequency=%d:sample_rate=48000 ";
  private static final String CODECS =
      "-c:v libx264 -preset ultrafast -g 50 -pix_fmt yuv420p -c:a aac -ac 2 ";

  private Masters() {}

  /** A file with picture and sound at 25 frames per second, its index in front. */
  public static Path plain(Path folder, int seconds) throws IOException, InterruptedException {
    return make(
        folder,
        "plain-%d.mp4".formatted(seconds),
        PICTURE.formatted("25")
            + SOUND.formatted(440)
            + "-t %d ".formatted(seconds)
            + CODECS
            + "-movflags +faststart");
  }

  /** 30000/1001 frames per second, two languages, sound that ends before the picture. */
  public static Path television(Path folder) throws IOException, InterruptedException {
    return make(
        folder,
        "television.mp4",
        PICTURE.formatted("30000/1001")
            + "-t 8.5 "
            + SOUND.formatted(440)
            + "-t 8.5 "
            + SOUND.formatted(880)
            + "-map 0:v -map 1:a -map 2:a -metadata:s:a:0 language=eng -metadata:s:a:1 language=deu"
            + " -t 9 "
            + CODECS);
  }

  /** What ffmpeg makes of {@code arguments}. */
  public static Path make(Path folder, String name, String arguments)
      throws IOException, InterruptedException {
    FFmpegProgram.ffmpeg(folder, arguments.strip() + " " + name);
    return folder.resolve(name);
  }

  /** A ladder file for all of these. */
  public static Path ladder(Path folder) throws IOException {
    return Files.writeString(folder.resolve("small.yaml"), SMALL_LADDER);
  }
}
