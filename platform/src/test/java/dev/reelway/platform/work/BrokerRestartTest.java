package dev.reelway.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.embedded.EmbeddedKafka;
import dev.reelway.platform.config.QueueMode;
import dev.reelway.platform.messaging.Await;
import dev.reelway.platform.messaging.KafkaClients;
import dev.reelway.platform.messaging.SharedBroker;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class BrokerRestartTest {

  private static final TaskOutcome DONE = new TaskOutcome.Packaged(1, 2);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void run_whileTheBrokerRestarts_losesNoReportAndTakesTheNextTask(QueueMode mode)
      throws Exception {
    EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0);
    int port = kafka.port();
    KafkaClients clients = SharedBroker.clients(kafka.bootstrapServers(), mode);
    SharedBroker.createTopics(clients);
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    AtomicInteger ends = new AtomicInteger();
    TaskHandler handler =
        (task, progress) -> {
          runs.incrementAndGet();
          go.await();
          return DONE;
        };
    try (FakeWorkflow workflow = new FakeWorkflow(clients);
        TaskExecutor executor =
            TaskExecutor.start(
                clients,
                ExecutorSettings.of(Pool.PACKAGE, "", 1),
                handler,
                (task, traceparent) -> report -> ends.incrementAndGet())) {
      Task during = workflow.dispatch(FakeWorkflow.task("title", Step.PACKAGE, 0));
      workflow.await(during.id(), TaskReport.Started.class);
      kafka.close();
      go.countDown();
      Await.until("the task is done without a broker", () -> ends.get() == 1);
      kafka = EmbeddedKafka.start(folder, port);
      workflow.await(during.id(), TaskReport.Succeeded.class);
      Task after = workflow.dispatch(FakeWorkflow.task("title", Step.PACKAGE, 1));
      workflow.await(after.id(), TaskReport.Succeeded.class);
      assertThat(runs).hasValue(2);
      assertThat(executor.running()).isZero();
    } finally {
      kafka.close();
    }
  }
}
