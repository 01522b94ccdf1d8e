package dev.reelway.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.time.FrameRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Loader;

/**
 * A title with HLS and DASH for the browser tests, and what is known about it without asking its
 * manifests. It must be long enough for three switches, each of which a player may delay by its
 * buffer (8 s) and a segment.
 *
 * @param path the title folder
 * @param frames how many frames the picture has
 * @param frameRate how fast they follow each other
 * @param lowestWidth width of the smallest rung
 * @param highestWidth width of the largest rung
 */
record TitleFixture(
    Path path, long frames, FrameRate frameRate, int lowestWidth, int highestWidth) {

  private static final FrameRate RATE = FrameRate.of(25, 1);
  private static final int SECONDS = 40;

  /** Makes the title in {@code folder}: the one place that decides what the tests play. */
  static TitleFixture make(Path folder) throws IOException, InterruptedException {
    encode(folder);
    return new TitleFixture(folder, SECONDS * 25L, RATE, 320, 1280);
  }

  /** How long the picture lasts. */
  double seconds() {
    return frameRate.timeOf(frames).seconds().toDouble();
  }

  /** How long one frame lasts. */
  double frameSeconds() {
    return frameRate.timeOf(1).seconds().toDouble();
  }

  private static void encode(Path folder) throws IOException, InterruptedException {
    Path log = folder.resolve("encode.log");
    Path program = Path.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class));
    ProcessBuilder call =
        new ProcessBuilder(command(program, folder))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    // Its libraries lie beside it, but not all of them look for each other there.
    call.environment().put("LD_LIBRARY_PATH", program.getParent().toString());
    Process encoder = call.start();
    boolean ended = encoder.waitFor(5, TimeUnit.MINUTES);
    if (!ended) {
      encoder.destroyForcibly();
    }
    assertThat(ended && encoder.exitValue() == 0)
        .as("encoding the test title works; the encoder said: %s", Files.readString(log))
        .isTrue();
  }

  private static List<String> command(Path program, Path folder) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    add(command, "-hide_banner -nostdin -v warning -t %s -f lavfi -i".formatted(SECONDS));
    command.add("testsrc2=size=1280x720:rate=%s".formatted(RATE));
    add(command, "-t %s -f lavfi -i sine=frequency=440:sample_rate=48000".formatted(SECONDS));
    add(command, "-t %s -f lavfi -i sine=frequency=880:sample_rate=48000".formatted(SECONDS));
    command.add("-filter_complex");
    command.add("[0:v]split=3[a][b][c];[a]scale=320:180[low];[b]scale=640:360[mid];[c]null[high]");
    add(command, "-map [low] -map [mid] -map [high] -map 1:a -map 2:a");
    add(command, "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 50 -sc_threshold 0");
    add(command, "-b:v:0 200k -b:v:1 600k -b:v:2 1500k -c:a aac -b:a 96k -ac 2");
    add(command, "-metadata:s:a:0 language=eng -metadata:s:a:1 language=deu");
    add(command, "-f dash -seg_duration 2 -use_template 1 -use_timeline 1");
    add(command, "-hls_playlist 1 -hls_master_name index.m3u8 -adaptation_sets");
    command.add("id=0,streams=0,1,2 id=1,streams=3 id=2,streams=4");
    command.add(folder.resolve("index.mpd").toString());
    return command;
  }

  private static void add(List<String> command, String words) {
    command.addAll(List.of(words.split(" ")));
  }
}
