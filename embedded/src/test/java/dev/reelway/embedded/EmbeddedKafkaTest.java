package dev.reelway.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedKafkaTest {

  @TempDir Path folder;

  @Test
  void start_afterARestart_keepsEverythingAtTheSamePort() throws Exception {
    int port;
    String cluster;
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0);
        Admin admin = admin(kafka)) {
      admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
      cluster = admin.describeCluster().clusterId().get();
      port = kafka.port();
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, port);
        Admin admin = admin(kafka)) {
      assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
      assertThat(admin.describeCluster().clusterId().get()).isEqualTo(cluster);
      assertThat(admin.listTopics().names().get()).contains("kept");
      secondServer_onAFolderInUse_isRefusedAndHarmless(kafka, admin);
      exit_ofTheBroker_isToldInsteadOfEndingTheProcess(kafka);
    }
  }

  // Part of the one test above: a start takes seconds.
  private void secondServer_onAFolderInUse_isRefusedAndHarmless(EmbeddedKafka kafka, Admin admin)
      throws ExecutionException, InterruptedException {
    assertThatThrownBy(() -> EmbeddedKafka.start(folder, 0))
        .isInstanceOfSatisfying(
            ReelwayException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.OUTPUT_IN_USE))
        .hasMessage("Another Reelway server is running on the data folder " + folder + ".");
    assertThat(admin.listTopics().names().get()).contains("kept");
    assertThat(kafka.died().toCompletableFuture()).isNotDone();
  }

  private static void exit_ofTheBroker_isToldInsteadOfEndingTheProcess(EmbeddedKafka kafka)
      throws Exception {
    Exit.halt(1, "the folder is gone");
    assertThat(kafka.died().toCompletableFuture().get(10, TimeUnit.SECONDS))
        .isEqualTo("the folder is gone");
  }

  @Test
  void start_onATakenPort_saysSo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> EmbeddedKafka.start(folder, taken.getLocalPort()))
          .isInstanceOfSatisfying(
              ReelwayException.class,
              e -> assertThat(e.kind()).isEqualTo(FailureKind.MESSAGING_UNAVAILABLE))
          .hasMessageContaining("cannot use port " + taken.getLocalPort());
    }
    EmbeddedKafka.start(folder, 0).close(); // the failed start left nothing locked
  }

  private static Admin admin(EmbeddedKafka kafka) {
    return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }
}
