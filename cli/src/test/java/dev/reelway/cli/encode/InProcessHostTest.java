package dev.reelway.cli.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.title.Publication;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.ingest.coordinate.Submission;
import dev.reelway.ingest.coordinate.TitleState;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a step does, the host comes to an end. */
@Timeout(600)
class InProcessHostTest {

  @Test
  void run_allGoesWell_takesEveryStepAndPublishes() throws InterruptedException {
    FakeSteps steps = new FakeSteps();

    assertThat(host(steps).run().phase()).isEqualTo(Phase.PUBLISHED);

    assertThat(steps.taken())
        .startsWith("inspect", "plan")
        .contains("encode 0", "encode 1", "package 0", "package 1")
        .endsWith("publish");
  }

  @Test
  void run_folderNumbersTheVersionOtherwise_publishes() throws InterruptedException {
    FakeSteps steps = new FakeSteps(() -> new Publication(7, "plan", "index.m3u8", "index.mpd"));

    assertThat(host(steps).run().phase()).isEqualTo(Phase.PUBLISHED);
  }

  @Test
  void run_publishingFails_endsWithTheFailureAndDiscardsNothing() throws InterruptedException {
    FakeSteps steps =
        new FakeSteps(
            () -> {
              throw new ReelwayException(FailureKind.OUTPUT_IN_USE, "Somebody was faster.");
            });

    TitleState end = host(steps).run();

    assertThat(end.phase()).isEqualTo(Phase.HELD);
    assertThat(end.failure().orElseThrow().kind()).isEqualTo(FailureKind.OUTPUT_IN_USE);
    assertThat(steps.taken()).doesNotContain("discard");
  }

  @Test
  void run_publishingHasABug_endsAndTellsIt() throws InterruptedException {
    InProcessHost host =
        host(
            new FakeSteps(
                () -> {
                  throw new IllegalStateException("a bug");
                }));

    host.run();

    assertThatThrownBy(host::throwUnforeseen)
        .isInstanceOf(ReelwayException.class)
        .hasMessageContaining("a bug");
  }

  @Test
  void run_encodingHasABug_discardsEndsAndTellsIt() throws InterruptedException {
    FakeSteps steps =
        new FakeSteps() {
          @Override
          public void encode(TaskRef task, boolean fresh) {
            throw new IllegalStateException("a bug");
          }
        };
    InProcessHost host = host(steps);

    host.run();

    assertThat(steps.taken()).endsWith("discard");
    assertThatThrownBy(host::throwUnforeseen).hasMessageContaining("a bug");
  }

  @Test
  void run_aPackageIsInvalid_encodesItsChunkAfresh() throws InterruptedException {
    AtomicInteger packaged = new AtomicInteger();
    FakeSteps steps =
        new FakeSteps() {
          @Override
          public void packageTask(TaskRef task) {
            if (task.number() == 1 && packaged.getAndIncrement() == 0) {
              throw new ReelwayException(FailureKind.CHUNK_INVALID, "The chunk is damaged.");
            }
          }
        };

    assertThat(host(steps).run().phase()).isEqualTo(Phase.PUBLISHED);

    assertThat(steps.taken())
        .contains("encode 1", "encode 1 afresh")
        .doesNotContain("encode 0 afresh");
  }

  @Test
  void cancel_whileTasksRun_interruptsThemBeforeItDiscards() throws InterruptedException {
    CountDownLatch bothRun = new CountDownLatch(2);
    FakeSteps steps =
        new FakeSteps() {
          @Override
          public void encode(TaskRef task, boolean fresh) throws InterruptedException {
            bothRun.countDown();
            try {
              Thread.sleep(60_000);
            } finally {
              taken().add("stopped");
            }
          }
        };
    InProcessHost host = host(steps);
    Thread canceller =
        new Thread(
            () -> {
              try {
                bothRun.await();
                host.cancel();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    canceller.start();

    assertThat(host.run().phase()).isEqualTo(Phase.CANCELLED);

    assertThat(steps.taken()).endsWith("stopped", "stopped", "discard");
    canceller.join();
  }

  private static InProcessHost host(TitleSteps steps) {
    return new InProcessHost(steps, new Submission(1, "master.mp4", "one-off", false, false), 2);
  }
}
