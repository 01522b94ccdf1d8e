package dev.reelway.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.work.EncodedTrackPart;
import dev.reelway.media.FileMaster;
import dev.reelway.media.process.ChildCommand;
import dev.reelway.media.process.InProcessMediaEngine;
import dev.reelway.media.process.ProcessLimits;
import dev.reelway.media.process.ProcessMediaEngine;
import dev.reelway.media.process.Sandbox;
import dev.reelway.media.task.VideoTask;
import dev.reelway.media.testing.SmallMasters;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a task when its child process is killed or its caller gives up. */
@Timeout(600)
class EncoderProcessTest {

  private static final Path MASTER = SmallMasters.path("open-gop-h264.mp4");

  private final MemoryObjectStore store = new MemoryObjectStore();
  private EncodePlan plan;
  private ChunkPlan chunk;

  @TempDir Path scratch;

  @BeforeEach
  void plan() throws InterruptedException {
    plan =
        Plans.slow(Plans.plan(new InProcessMediaEngine(), MASTER, Plans.ladder(2, 60, 144), false));
    chunk = plan.chunks().get(0);
  }

  @Test
  void encode_childIsKilled_crashesAndTheNextTryGivesTheSameBytes()
      throws InterruptedException, IOException {
    AtomicBoolean killed = new AtomicBoolean();
    ObservedEngine engine =
        new ObservedEngine(
            engine(),
            () -> {
              if (killed.compareAndSet(false, true)) {
                ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
              }
            });
    Title title = new Title(plan, MASTER, engine, store, scratch);

    ReelwayException failure =
        catchThrowableOfType(ReelwayException.class, () -> title.encode(chunk));

    assertThat(failure.kind()).isEqualTo(FailureKind.ENCODER_CRASHED);
    assertThat(failure).hasMessageContaining("exit status 137").hasMessageEndingWith(".");
    assertThat(store.list("")).isEmpty();
    assertScratchIsEmpty();
    EncodedTrackPart second = title.encode(chunk).parts().get(0);
    Title elsewhere =
        new Title(plan, MASTER, new InProcessMediaEngine(), new MemoryObjectStore(), scratch);
    EncodedTrackPart undisturbed = elsewhere.encode(chunk).parts().get(0);
    assertThat(second)
        .usingRecursiveComparison()
        .ignoringFields("detail.effort") // time and CPU are never the same twice
        .isEqualTo(undisturbed);
    assertThat(title.bytes(second)).isEqualTo(elsewhere.bytes(undisturbed));
  }

  @Test
  void encode_callerIsInterrupted_endsTheChild() throws InterruptedException, IOException {
    AtomicReference<ProcessHandle> child = new AtomicReference<>();
    Thread caller = Thread.currentThread();
    ObservedEngine engine =
        new ObservedEngine(
            engine(),
            () -> {
              child.set(ProcessHandle.current().children().findFirst().orElse(null));
              caller.interrupt();
            });
    Title title = new Title(plan, MASTER, engine, store, scratch);

    assertThatThrownBy(() -> title.encode(chunk)).isInstanceOf(InterruptedException.class);

    assertThat(Thread.interrupted()).isFalse();
    assertThat(child.get().onExit()).succeedsWithin(Duration.ofMinutes(5));
    assertThat(store.list("")).isEmpty();
    assertScratchIsEmpty();
  }

  @Test
  void encode_diskOfScratchIsFull_saysSo() throws IOException {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();
    VideoTask task = VideoTasks.of(plan, chunk, true);
    Files.createSymbolicLink(scratch.resolve(VideoTask.fileName(plan.rungs().get(0))), full);

    try (FileMaster master = new FileMaster(MASTER)) {
      assertThatThrownBy(() -> engine().encode(master, task, scratch, done -> {}))
          .hasMessage("The scratch folder cannot be written: No space left on device.")
          .isInstanceOfSatisfying(
              ReelwayException.class,
              e -> assertThat(e.kind()).isEqualTo(FailureKind.STORAGE_FULL));
    }
  }

  @Test
  void encode_oneRungOfTwoFails_endsTheOtherAndTellsWhy() {
    RungPlan good = plan.rungs().get(0);
    RungPlan bad = Plans.withPreset(good, "no-such-preset");
    Title title =
        new Title(
            Plans.withRungs(plan, List.of(good, bad)),
            MASTER,
            new InProcessMediaEngine(),
            store,
            scratch);

    assertThatThrownBy(() -> title.encode(chunk))
        .isInstanceOf(ReelwayException.class)
        .hasMessageContaining("open libx264");
    assertThat(store.list("")).isEmpty();
  }

  private static ProcessMediaEngine engine() {
    return new ProcessMediaEngine(
        ChildCommand.ofThisProcess(new Sandbox(List.of(), "none")), ProcessLimits.DEFAULT);
  }

  private void assertScratchIsEmpty() throws IOException {
    try (Stream<Path> left = Files.list(scratch)) {
      assertThat(left).isEmpty();
    }
  }
}
