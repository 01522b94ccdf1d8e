package dev.reelway.cli.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.reelway.cli.command.MediaEngines;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Sidecar;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.ingest.plan.ProfileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A title is packaged, damaged in storage, and only then published. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublishGateIT {

  private static final Path MASTER =
      Path.of("..", "samples", "masters", "sintel-trailer-720p24.mp4").toAbsolutePath();

  private static final String LADDER =
      """
      segmentSeconds: 4
      rungs:
        - {height: 180, preset: ultrafast, crf: 34, maxBitrate: 300k}
      """;

  private static final String SUBTITLES =
      """
      1
      00:00:01,000 --> 00:00:03,000
      What brings you here?

      2
      00:00:21,000 --> 00:00:29,000
      A long line that crosses two borders.
      """;

  @TempDir static Path folder;

  private static Path out;
  private static LocalTitle title;

  /** Something that happens to a file in storage. */
  private record Damage(String what, String file, Change change, String rule) {
    @Override
    public String toString() {
      return what;
    }
  }

  @FunctionalInterface
  private interface Change {
    void apply(Path file) throws IOException;
  }

  @BeforeAll
  static void packageTitle() throws IOException, InterruptedException {
    out = folder.resolve("title");
    Path subtitles = Files.writeString(folder.resolve("film.en.srt"), SUBTITLES);
    title =
        new LocalTitle(request(subtitles.toString()), MediaEngines.local(), new EncodeProgress());
    title.inspect();
    EncodePlan plan = title.plan();
    for (TaskRef task : plan.tasks().toList()) {
      title.encode(task, false);
      title.packageTask(task);
    }
  }

  private static EncodeRequest request(String subtitles) {
    Sidecar sidecar =
        new Sidecar(subtitles, "", Optional.of("en"), Optional.empty(), Optional.empty());
    return new EncodeRequest(
        MASTER.toString(),
        () -> {
          throw new AssertionError("no object store is needed");
        },
        ProfileReader.read("ladder.yaml", LADDER),
        OutputPlace.of(out.toString(), () -> null),
        new SourceOptions(false, OptionalInt.empty(), List.of(), List.of(sidecar), false),
        false,
        false,
        false,
        PosterChoice.BY_RULE,
        1);
  }

  @AfterAll
  static void close() {
    title.close();
  }

  static Stream<Damage> damages() {
    return Stream.of(
        new Damage("a bit", "video-*/segment-00007.m4s", at(-200), "GATE_OBJECT_UNCHANGED"),
        new Damage("a short file", "audio-*/segment-00005.m4s", cut(), "GATE_OBJECT_UNCHANGED"),
        new Damage(
            "a lost file", "video-*/segment-00013.m4s", Files::delete, "DELIVERY_FILE_EXISTS"),
        new Damage("another's bytes", "video-*/segment-00002.m4s", next(), "CMAF_TFDT_CONTINUOUS"),
        new Damage("a bit of a header", "video-*/init.mp4", at(-60), "GATE_OBJECT_UNCHANGED"),
        new Damage("a subtitle", "text-*/segment-00006.vtt", at(-9), "GATE_OBJECT_UNCHANGED"),
        new Damage(
            "a thumbnail", "thumbnails-*/image-00004.jpg", at(300), "GATE_OBJECT_UNCHANGED"));
  }

  @ParameterizedTest
  @MethodSource("damages")
  @Order(1)
  void publish_damagedAfterPackaging_isHeldAndNothingIsPublic(Damage damage) throws IOException {
    Path file = find(damage.file());
    byte[] before = Files.readAllBytes(file);
    damage.change().apply(file);

    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(title::publish)
        .satisfies(e -> assertThat(e.kind()).isEqualTo(FailureKind.PACKAGE_INVALID))
        .withMessageContaining(damage.rule())
        .withMessageContaining(out.relativize(file).toString());
    assertThat(out.resolve("index.m3u8")).doesNotExist();
    assertThat(out.resolve("index.mpd")).doesNotExist();
    Files.write(file, before);
  }

  @Test
  @Order(2)
  void packageTask_overDamagedFiles_makesThemAnew() throws IOException, InterruptedException {
    at(-60).apply(find("video-*/init.mp4"));
    at(-60).apply(find("video-*/segment-00001.m4s"));
    title.packageTask(TaskRef.chunk(0));

    assertThat(title.publish().version()).isEqualTo(1);
    assertThat(out.resolve("index.m3u8")).exists();
    assertThat(out.resolve("index.mpd")).exists();
    assertThat(out.resolve("versions/1/report.json")).content().contains("\"passed\" : true");
  }

  private static Path find(String pattern) throws IOException {
    String folderName = pattern.substring(0, pattern.indexOf('*'));
    String name = pattern.substring(pattern.indexOf('/') + 1);
    try (Stream<Path> tracks = Files.list(out.resolve("tracks"))) {
      return tracks
          .filter(track -> track.getFileName().toString().startsWith(folderName))
          .map(track -> track.resolve(name))
          .filter(Files::exists)
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  /** Flips a bit, counted from the end if {@code position} is negative. */
  private static Change at(int position) {
    return file -> {
      byte[] bytes = Files.readAllBytes(file);
      bytes[position < 0 ? bytes.length + position : position] ^= 4;
      Files.write(file, bytes);
    };
  }

  private static Change cut() {
    return file -> {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    };
  }

  private static Change next() {
    return file -> {
      String name = file.getFileName().toString();
      int number = Integer.parseInt(name.replaceAll("\\D", "").substring(0, 5));
      Path following = file.resolveSibling(StorageLayout.segmentName(number + 1));
      Files.copy(following, file, StandardCopyOption.REPLACE_EXISTING);
    };
  }
}
