package dev.reelway.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.reelway.cli.verify.decode.DecodedPackage;
import dev.reelway.conformance.check.PackageCheck;
import dev.reelway.conformance.decode.DecodeRule;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.place.DirectoryPlace;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.rule.Finding;
import dev.reelway.conformance.rule.Rule;
import dev.reelway.conformance.rule.Verdict;
import dev.reelway.media.process.InProcessMediaEngine;
import dev.reelway.media.testing.FfmpegProgram;
import dev.reelway.platform.config.StorageConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault that only decoding shows is found by its rule, and every rule has one. */
final class DecodeFaultsTest {
  private static final Path PACKAGE = Path.of("../conformance/src/test/resources/package");
  private static final String PICTURE = "testsrc2=size=256x144:rate=25:duration=6";
  private static final String SOUND = "sine=frequency=440:sample_rate=48000:duration=6";
  private static final String MASTER = PICTURE + " " + SOUND;
  private static final String AVC = "tracks/avc/segment-00002.m4s";
  private static final String TONE = "tracks/sound/segment-00002.m4s";
  private static final int FILLER = 12;
  private static final int NOISE_AT = 7084;

  /** So that the other codecs do not cost time again and again. */
  private static final Predicate<MeasuredTrack> FEW =
      track -> !track.rendition().name().matches("tracks/(small|hevc|av1)");

  @TempDir private Path temporary;

  static List<DecodeFault> faults() {
    return List.of(
        new DecodeFault(
            "a track is encrypted", DecodeRule.DECODE_POSSIBLE, "", DecodeFaultsTest::encrypt),
        new DecodeFault(
            "a picture is damaged",
            DecodeRule.DECODE_WITHOUT_ERRORS,
            "",
            folder -> SampleDamage.sample(folder.resolve(AVC), 0, SampleDamage.tail(2))),
        new DecodeFault(
            "a bit of sound is damaged",
            DecodeRule.DECODE_WITHOUT_WARNINGS,
            "",
            DecodeFaultsTest::flipNoise),
        new DecodeFault(
            "a picture is lost",
            DecodeRule.DECODE_FRAME_COUNT,
            "",
            folder ->
                SampleDamage.sample(
                    folder.resolve(AVC), 49, (file, from, to) -> file[from + 4] = FILLER)),
        new DecodeFault(
            "a packet of sound is lost",
            DecodeRule.DECODE_SAMPLE_COUNT,
            "",
            folder -> SampleDamage.sample(folder.resolve(TONE), 20, SampleDamage.tail(1))),
        new DecodeFault(
            "the master is longer",
            DecodeRule.DECODE_MASTER_FRAMES,
            MASTER.replace("duration=6", "duration=7"),
            folder -> {}),
        new DecodeFault(
            "the master sounds longer",
            DecodeRule.DECODE_MASTER_SAMPLES,
            MASTER.replace("duration=6", "duration=7"),
            folder -> {}),
        new DecodeFault(
            "the master shows something else",
            DecodeRule.DECODE_MASTER_PICTURE,
            PICTURE + ",negate " + SOUND,
            folder -> {}),
        new DecodeFault(
            "a stretch of sound is too loud",
            DecodeRule.DECODE_MASTER_LEVEL,
            PICTURE + " " + SOUND + ",volume=0.3:enable='between(t,2,4)'",
            folder -> {}),
        new DecodeFault(
            "all sound is too loud",
            DecodeRule.DECODE_MASTER_GAIN,
            PICTURE + " " + SOUND + ",volume=0.5",
            folder -> {}),
        new DecodeFault(
            "pictures before the joins are bad",
            DecodeRule.DECODE_JOIN_QUALITY,
            PICTURE.replace("duration=6", "duration=10") + " " + SOUND,
            DecodeFaultsTest::badJoins));
  }

  @Test
  void decode_goodPackageAndItsMaster_findsNothing() throws Exception {
    DecodedPackage judged = judge(copy(), MASTER, track -> true);

    assertThat(judged.verdict().findings())
        .filteredOn(finding -> finding.rule() instanceof DecodeRule)
        .isEmpty();
    assertThat(judged.lines()).extracting("count").contains(150L);
    assertThat(judged.lines())
        .filteredOn("picture", true)
        .allSatisfy(line -> assertThat(line.score().orElseThrow().mean()).isGreaterThan(16));
    assertThat(judged.lines())
        .filteredOn("picture", false)
        .allSatisfy(line -> assertThat(line.gain().orElseThrow()).isBetween(-0.2, 0.2));
  }

  @Test
  void decode_pictures_scoreAsTheProgramOfFfmpegSays() throws Exception {
    Path folder = copy();
    DecodedPackage judged = judge(folder, MASTER, FEW);
    Path track = temporary.resolve("track.mp4");
    try (OutputStream out = Files.newOutputStream(track)) {
      for (String part : List.of("init.mp4", "segment-00001.m4s", "segment-00002.m4s")) {
        out.write(Files.readAllBytes(folder.resolve("tracks/avc/" + part)));
      }
      out.write(Files.readAllBytes(folder.resolve("tracks/avc/segment-00003.m4s")));
    }
    Path scores = temporary.resolve("scores");
    List<String> words = new ArrayList<>(List.of("-i", temporary.resolve("master.mp4").toString()));
    words.addAll(List.of("-i", track.toString(), "-lavfi"));
    words.add(
        "[0:v]settb=1/25,setpts=N[a];[1:v]settb=1/25,setpts=N[b];[a][b]xpsnr=stats_file=" + scores);
    words.addAll(List.of("-f", "null", "-"));
    FfmpegProgram.run(words);

    double expected =
        Files.readAllLines(scores).stream()
            .filter(line -> line.startsWith("n:"))
            .mapToDouble(
                line -> Double.parseDouble(line.split("XPSNR y:")[1].strip().split(" ")[0]))
            .average()
            .orElseThrow();

    assertThat(judged.lines().get(0).score().orElseThrow().mean())
        .isCloseTo(expected, within(0.01));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void decode_plantedFault_isFoundByItsRule(DecodeFault fault) throws Exception {
    Path folder = copy();
    fault.plant().in(folder);

    Verdict verdict = judge(folder, fault.master(), FEW).verdict();

    assertThat(verdict.findings()).extracting(Finding::rule).contains(fault.rule());
  }

  @Test
  void faults_everyRule_hasOne() {
    Set<Rule> planted = faults().stream().map(DecodeFault::rule).collect(Collectors.toSet());

    assertThat(planted).containsAll(List.of(DecodeRule.values()));
  }

  private Path copy() throws IOException {
    Path folder = temporary.resolve("title");
    try (Stream<Path> files = Files.walk(PACKAGE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(PACKAGE.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return folder;
  }

  private DecodedPackage judge(Path folder, String master, Predicate<MeasuredTrack> decoded)
      throws Exception {
    Remembering remembering = new Remembering();
    Place place = new DirectoryPlace(folder);
    Verdict verdict =
        new PackageCheck(Families.all().stream().map(remembering::of).toList())
            .check(place, List.of("index.m3u8"));
    return DecodedPackage.of(
        verdict,
        place,
        new Measurements(remembering.measured().tracks().stream().filter(decoded).toList()),
        new InProcessMediaEngine(),
        1,
        master.isEmpty() ? Optional.empty() : Optional.of(master(master).toString()),
        () -> StorageConfig.DEFAULT);
  }

  /** Picture and sound are separated by a blank. */
  private Path master(String description) {
    Path file = temporary.resolve("master.mp4");
    List<String> words = new ArrayList<>();
    for (String source : description.split(" ", -1)) {
      words.addAll(List.of("-f", "lavfi", "-i", source));
    }
    words.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-qp", "10"));
    words.addAll(List.of("-pix_fmt", "yuv420p", "-c:a", "aac", file.toString()));
    FfmpegProgram.run(words);
    return file;
  }

  private static void encrypt(Path folder) throws IOException {
    Path init = folder.resolve("tracks/avc/init.mp4");
    byte[] bytes = Files.readAllBytes(init);
    int entry = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("avc1", 100);
    bytes[entry] = 'e';
    bytes[entry + 1] = 'n';
    bytes[entry + 2] = 'c';
    bytes[entry + 3] = 'v';
    Files.write(init, bytes);
  }

  /** A bit that makes the noise of a band far too loud, which decoders correct and tell. */
  private static void flipNoise(Path folder) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(TONE));
    bytes[NOISE_AT] ^= 8;
    Files.write(folder.resolve(TONE), bytes);
  }

  /** A package of FFmpeg in segments of two seconds; before each one six pictures are coarse. */
  private static void badJoins(Path folder) {
    String zones =
        Stream.of(50, 100, 150, 200)
            .map(join -> (join - 6) + "," + (join - 1) + ",q=51")
            .collect(Collectors.joining("/"));
    List<String> words = new ArrayList<>(List.of("-f", "lavfi", "-i"));
    words.add(PICTURE.replace("duration=6", "duration=10"));
    words.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-qp", "20", "-g", "25"));
    words.addAll(List.of("-pix_fmt", "yuv420p", "-x264-params", "zones=" + zones));
    words.addAll(List.of("-f", "hls", "-hls_time", "2", "-hls_playlist_type", "vod"));
    words.addAll(List.of("-hls_segment_type", "fmp4"));
    words.addAll(List.of("-hls_segment_filename", folder.resolve("%d.m4s").toString()));
    words.add(folder.resolve("index.m3u8").toString());
    FfmpegProgram.run(words);
  }
}
