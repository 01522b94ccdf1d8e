package dev.reelway.media.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.plan.AudioCodec;
import dev.reelway.contracts.plan.AudioMix;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.media.FileMaster;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.task.AudioTask;
import dev.reelway.media.testing.SmallMasters;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Children that misbehave: a shell stands in for them, put in front of the real command. */
@Timeout(600)
class ProcessMediaEngineTest {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final ProcessLimits PATIENT = new ProcessLimits(64, Long.MAX_VALUE, LONG, LONG);

  /** A child that asks for the first 100 bytes and waits for them. */
  private static final String WANTS_BYTES =
      "printf 'R\\0\\0\\0\\014\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\144'; exec sleep 300";

  @TempDir Path folder;

  @Test
  void encode_childGivesNoSign_isStalled() {
    ProcessLimits limits = new ProcessLimits(64, Long.MAX_VALUE, LONG, Duration.ofMillis(10));

    ReelwayException failure = failureOf("exec sleep 300", limits);

    assertThat(failure.kind()).isEqualTo(FailureKind.ENCODER_STALLED);
  }

  @Test
  void encode_masterGivesNoBytes_isNotTheEncodersFault() {
    ProcessLimits limits = new ProcessLimits(64, Long.MAX_VALUE, LONG, LONG, Duration.ofMillis(10));
    MasterBytes hanging =
        new MasterBytes() {
          @Override
          public long sizeBytes() {
            return 1000;
          }

          @Override
          public int read(long position, ByteBuffer target) throws IOException {
            try {
              Thread.sleep(LONG.toMillis());
              return 0;
            } catch (InterruptedException e) {
              throw new InterruptedIOException();
            }
          }

          @Override
          public void close() {}
        };

    ReelwayException failure = failureOf(WANTS_BYTES, limits, hanging);

    assertThat(failure.kind()).isEqualTo(FailureKind.STORAGE_UNAVAILABLE);
  }

  @Test
  void encode_childTakesTooLong_isStalled() {
    ProcessLimits limits = new ProcessLimits(64, Long.MAX_VALUE, Duration.ofMillis(10), LONG);

    ReelwayException failure = failureOf("exec sleep 300", limits);

    assertThat(failure.kind()).isEqualTo(FailureKind.ENCODER_STALLED);
  }

  @Test
  void encode_childTakesTooMuchMemory_isStopped() {
    assumeThat(Path.of("/proc/self/statm")).exists();
    ProcessLimits limits = new ProcessLimits(64, 1, LONG, LONG);

    ReelwayException failure = failureOf("exec sleep 300", limits);

    assertThat(failure.kind()).isEqualTo(FailureKind.ENCODER_OUT_OF_MEMORY);
    assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void encode_childLeavesGrandchildren_endsThemToo() throws IOException {
    failureOf("sleep 300 & echo $! > grandchild; echo '# nonsense'; wait", PATIENT);

    long grandchild = Long.parseLong(Files.readString(folder.resolve("grandchild")).strip());
    Optional<ProcessHandle> handle = ProcessHandle.of(grandchild);
    handle.ifPresent(h -> assertThat(h.onExit()).succeedsWithin(LONG));
  }

  @Test
  void encode_childEndsAtOnce_crashed() {
    ReelwayException failure = failureOf("exit 134", PATIENT);

    assertThat(failure.kind()).isEqualTo(FailureKind.ENCODER_CRASHED);
    assertThat(failure).hasMessageContaining("exit status 134");
  }

  @Test
  void encode_childTalksNonsense_crashed() {
    ReelwayException failure = failureOf("echo '# A fatal error'; exit 134", PATIENT);

    assertThat(failure.kind()).isEqualTo(FailureKind.ENCODER_CRASHED);
  }

  @Test
  void encode_environmentOfTheChild_holdsNothingOfOurs() throws IOException {
    assertThat(System.getenv()).containsKey("PATH");

    failureOf("env > environment", PATIENT);

    assertThat(Files.readAllLines(folder.resolve("environment")))
        .extracting(line -> line.substring(0, line.indexOf('=')))
        .isSubsetOf("LANG", "TMPDIR", "SVT_LOG", "PWD", "OLDPWD", "SHLVL", "_");
  }

  @Test
  void scan_archiveThatNoLongerFits_isPassedOver() throws Exception {
    ChildCommand usual = ChildCommand.ofThisProcess(none());
    Path jar = Files.copy(jarOf(usual.classPath(), "javacpp"), folder.resolve("program.jar"));
    Path archive = archive(usual.java(), jar);
    Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
    ChildCommand command =
        new ChildCommand(
            usual.java(),
            jar + File.pathSeparator + usual.classPath(),
            Optional.of(archive),
            usual.nativesFolder(),
            usual.sandbox());

    try (FileMaster master = new FileMaster(SmallMasters.path("audio-only.m4a"))) {
      MasterScan scan =
          new ProcessMediaEngine(command, new ProcessLimits(256, Long.MAX_VALUE, LONG, LONG))
              .scan(master);

      assertThat(scan.streams()).isNotEmpty();
    }
  }

  private static Path jarOf(String classPath, String name) {
    return Stream.of(classPath.split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> path.getFileName().toString().matches(name + "-[0-9.]+jar"))
        .findFirst()
        .orElseThrow();
  }

  private Path archive(Path java, Path jar) throws IOException, InterruptedException {
    Path archive = folder.resolve("program.jsa");
    new ProcessBuilder(
            java.toString(),
            "-XX:ArchiveClassesAtExit=" + archive,
            "-cp",
            jar.toString(),
            "org.bytedeco.javacpp.tools.Builder",
            "-help")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    assertThat(archive).isNotEmptyFile();
    return archive;
  }

  @Test
  void scan_programIsMissing_failsInOneSentence() throws IOException {
    ChildCommand command =
        new ChildCommand(folder.resolve("no-java"), "", Optional.empty(), Optional.empty(), none());

    try (FileMaster master = new FileMaster(SmallMasters.path("audio-only.m4a"))) {
      ReelwayException failure =
          catchThrowableOfType(
              ReelwayException.class, () -> new ProcessMediaEngine(command, PATIENT).scan(master));
      assertThat(failure.kind()).isEqualTo(FailureKind.ENCODER_CRASHED);
    }
  }

  @Test
  void scan_parentIsKilled_childEndsByItself() throws IOException, InterruptedException {
    Process parent =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                OrphanedChild.class.getName(),
                SmallMasters.path("audio-only.m4a").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
      ProcessHandle child = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();

      parent.destroyForcibly().waitFor();

      assertThat(child.onExit()).succeedsWithin(LONG);
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void detect_strongestSandbox_leavesNoNetworkInterface() throws IOException {
    Sandbox sandbox = Sandbox.detect();
    assumeThat(sandbox.description()).contains("own network namespace");
    List<String> words = new java.util.ArrayList<>(sandbox.prefix());
    words.addAll(List.of("cat", "/proc/net/dev"));

    Process process = new ProcessBuilder(words).start();
    String interfaces = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(interfaces.lines().filter(line -> line.contains(":")))
        .allMatch(line -> line.strip().startsWith("lo:"));
  }

  private ReelwayException failureOf(String shellCommand, ProcessLimits limits) {
    try (FileMaster master = new FileMaster(SmallMasters.path("audio-only.m4a"))) {
      return failureOf(shellCommand, limits, master);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private ReelwayException failureOf(
      String shellCommand, ProcessLimits limits, MasterBytes master) {
    Sandbox shell = new Sandbox(List.of("/bin/sh", "-c", shellCommand), "a stand-in");
    ProcessMediaEngine engine = new ProcessMediaEngine(ChildCommand.ofThisProcess(shell), limits);
    return catchThrowableOfType(
        ReelwayException.class, () -> engine.encode(master, task(), folder, done -> {}));
  }

  private static Sandbox none() {
    return new Sandbox(List.of(), "none");
  }

  private static AudioTask task() {
    AudioPlan plan =
        new AudioPlan(
            "a",
            "Sound",
            0,
            AudioMix.unchanged(0, "FL", "FR"),
            "und",
            TrackRole.MAIN,
            true,
            AudioCodec.AAC,
            48_000,
            128_000,
            Optional.empty(),
            48_000,
            Rational.ZERO);
    SegmentGrid grid = new SegmentGrid(FrameRate.of(25, 1), 25, 25, 25);
    return new AudioTask(List.of(new Rational(1, 44_100)), ClockMap.EVEN, plan, grid, false);
  }
}
