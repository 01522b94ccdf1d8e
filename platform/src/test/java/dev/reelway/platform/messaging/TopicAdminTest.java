package dev.reelway.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.platform.config.KafkaConfig;
import dev.reelway.platform.config.QueueMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

final class TopicAdminTest {

  private static final String BUILD = "build-1";

  @Test
  void createAll_severalAtOnce_makesEveryTopicOnce() throws Exception {
    KafkaClients clients = SharedBroker.clients(QueueMode.SHARE);
    List<CompletableFuture<Void>> callers =
        Stream.generate(
                () ->
                    CompletableFuture.runAsync(
                        () -> {
                          try (TopicAdmin admin = new TopicAdmin(clients)) {
                            admin.createAll();
                            admin.createQueue(Pool.ENCODE, BUILD);
                          }
                        }))
            .limit(3)
            .toList();
    callers.forEach(CompletableFuture::join);
    Topics topics = clients.config().topics();
    try (Admin admin = clients.admin()) {
      assertThat(partitions(admin, topics.ingest())).isEqualTo(3);
      for (String one :
          List.of(
              topics.titleEvents(),
              topics.heartbeats(),
              topics.control(),
              topics.titleStatus(),
              topics.notifications(),
              topics.deadLetters(),
              topics.ingestDeadLetters(),
              topics.audit(),
              topics.queue(Pool.INSPECT),
              topics.queue(Pool.PACKAGE),
              topics.queue(Pool.PUBLISH),
              topics.encodeQueue(BUILD))) {
        assertThat(partitions(admin, one)).as(one).isEqualTo(1);
      }
      assertThat(setting(admin, topics.titleStatus(), "cleanup.policy")).isEqualTo("compact");
      assertThat(setting(admin, topics.notifications(), "retention.ms")).isEqualTo(days(7));
      assertThat(setting(admin, topics.deadLetters(), "retention.ms")).isEqualTo(days(30));
      assertThat(group(admin, topics.executors(Pool.ENCODE, BUILD)))
          .containsEntry("share.auto.offset.reset", "earliest")
          .containsEntry("share.isolation.level", "read_committed")
          .containsEntry("share.session.timeout.ms", "6000");
    }
  }

  @Test
  void createQueue_withClassicGroups_givesItManyPartitions() throws Exception {
    KafkaClients clients = SharedBroker.clients(QueueMode.CLASSIC);
    try (TopicAdmin topicAdmin = new TopicAdmin(clients);
        Admin admin = clients.admin()) {
      topicAdmin.createQueue(Pool.PACKAGE, "");
      assertThat(partitions(admin, clients.config().topics().queue(Pool.PACKAGE)))
          .isEqualTo(clients.config().classicPartitions());
    }
  }

  @Test
  void createAll_withoutABroker_saysWhereItLooked() {
    KafkaConfig nowhere =
        new KafkaConfig(
            "127.0.0.1:1",
            "reelway",
            1,
            QueueMode.SHARE,
            1,
            Map.of("default.api.timeout.ms", "300", "request.timeout.ms", "200"));
    try (TopicAdmin admin = new TopicAdmin(new KafkaClients(nowhere))) {
      assertThatThrownBy(admin::createAll)
          .isInstanceOfSatisfying(
              ReelwayException.class,
              e -> assertThat(e.kind()).isEqualTo(FailureKind.MESSAGING_UNAVAILABLE))
          .hasMessageContaining("127.0.0.1:1");
    }
  }

  private static String days(int days) {
    return Long.toString(Duration.ofDays(days).toMillis());
  }

  private static int partitions(Admin admin, String topic) {
    TopicDescription description =
        admin
            .describeTopics(List.of(topic))
            .allTopicNames()
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .get(topic);
    return description.partitions().size();
  }

  private static String setting(Admin admin, String topic, String name) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin.describeConfigs(List.of(resource)).all().get().get(resource).get(name).value();
  }

  private static Map<String, String> group(Admin admin, String group) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
    return admin.describeConfigs(List.of(resource)).all().get().get(resource).entries().stream()
        .filter(entry -> entry.value() != null)
        .collect(java.util.stream.Collectors.toMap(entry -> entry.name(), entry -> entry.value()));
  }
}
