package dev.reelway.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Another program decodes everything that was published and has nothing to complain about. */
class PackageDecodingIT {

  @TempDir private Path scratch;

  static List<PublishedTrack> tracks() throws IOException, InterruptedException {
    return PackageTimingIT.tracks();
  }

  static List<Path> titles() throws IOException, InterruptedException {
    return Titles.all();
  }

  @ParameterizedTest
  @MethodSource("tracks")
  void decode_everyTrackJoined_givesEveryFrameWithoutAWarning(PublishedTrack track)
      throws IOException, InterruptedException {
    Path joined = track.joinedIn(scratch);

    // Priming is not heard, so sound gives its first frame less.
    long frames = track.isVideo() ? track.frameCount() : track.frameCount() - 1;
    assertThat(decodedFrames(scratch, joined.getFileName().toString())).isEqualTo(frames);
  }

  @ParameterizedTest
  @MethodSource("titles")
  void decode_hlsManifest_givesEveryTrackWithoutAWarning(Path title)
      throws IOException, InterruptedException {
    assertThat(decodedFrames(title, "index.m3u8")).isGreaterThanOrEqualTo(pictures(title));
  }

  @ParameterizedTest
  @MethodSource("titles")
  void decode_dashManifest_givesEveryTrackWithoutAWarning(Path title)
      throws IOException, InterruptedException {
    assertThat(decodedFrames(title, "index.mpd")).isGreaterThanOrEqualTo(pictures(title));
  }

  private static long pictures(Path title) throws IOException {
    return PublishedTrack.of(title).stream()
        .filter(PublishedTrack::isVideo)
        .mapToLong(PublishedTrack::frameCount)
        .sum();
  }

  /** Decodes all streams; one line of a frame list is one picture or audio frame. */
  private static long decodedFrames(Path folder, String file)
      throws IOException, InterruptedException {
    String arguments = "-i %s -map 0 -fps_mode passthrough -f framecrc -".formatted(file);
    return FFmpegProgram.ffmpeg(folder, arguments)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .count();
  }
}
