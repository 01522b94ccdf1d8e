package dev.reelway.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleMessage.Start;
import dev.reelway.embedded.EmbeddedKafka;
import dev.reelway.platform.config.QueueMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TopicTailTest {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir Path folder;

  private final List<Received<TitleMessage>> told = new CopyOnWriteArrayList<>();

  private TopicTail<TitleMessage> tail(KafkaClients clients, TopicTail.From from) {
    return TopicTail.start(
        clients, clients.config().topics().titleEvents(), from, TitleMessage.class, told::add);
  }

  @Test
  void start_fromTheBeginning_tellsAllInOrderThenWhatComes() throws Exception {
    KafkaClients clients = SharedBroker.clientsWithTopics(QueueMode.SHARE);
    String topic = clients.config().topics().titleEvents();
    try (Sender sender = new Sender(clients)) {
      sender.send(topic, "a", new Start(1), Optional.of("00-trace"));
      sender.sendTombstone(topic, "a");
      sender.send(topic, "b", new Start(2));
      try (TopicTail<TitleMessage> tail = tail(clients, TopicTail.From.BEGINNING)) {
        assertThat(tail.awaitCaughtUp(LIMIT)).isTrue();
        assertThat(told).extracting(Received::key).containsExactly("a", "a", "b");
        assertThat(told)
            .extracting(Received::value)
            .containsExactly(
                Optional.of(new Start(1)), Optional.empty(), Optional.of(new Start(2)));
        assertThat(told.get(0).traceparent()).contains("00-trace");
        assertThat(told.get(2).traceparent()).isEmpty();
        assertThat(told).extracting(Received::offset).containsExactly(0L, 1L, 2L);
        sender.send(topic, "c", new Start(3));
        Await.until("the next is told", () -> told.size() == 4);
      }
    }
  }

  @Test
  void start_fromTheEnd_missesNothingSentAfterwards() throws Exception {
    KafkaClients clients = SharedBroker.clientsWithTopics(QueueMode.SHARE);
    String topic = clients.config().topics().titleEvents();
    try (Sender sender = new Sender(clients)) {
      sender.send(topic, "before", new Start(1));
      try (TopicTail<TitleMessage> tail = tail(clients, TopicTail.From.END)) {
        sender.send(topic, "after", new Start(2));
        Await.until("it is told", () -> !told.isEmpty());
        assertThat(told).extracting(Received::key).containsExactly("after");
        assertThat(tail.awaitCaughtUp(LIMIT)).isTrue();
      }
    }
  }

  @Test
  void startSince_tellsWhatWasSentSinceButNotMoreThanTheLatest() throws Exception {
    KafkaClients clients = SharedBroker.clientsWithTopics(QueueMode.SHARE);
    String topic = clients.config().topics().titleEvents();
    try (Sender sender = new Sender(clients)) {
      for (int version = 1; version <= 3; version++) {
        sender.send(topic, "title", new Start(version));
      }
    }
    Instant anHourAgo = Instant.now().minus(Duration.ofHours(1));
    try (TopicTail<TitleMessage> tail =
        TopicTail.startSince(clients, topic, anHourAgo, 2, TitleMessage.class, told::add)) {
      assertThat(tail.awaitCaughtUp(LIMIT)).isTrue();
      assertThat(told)
          .extracting(Received::value)
          .containsExactly(Optional.of(new Start(2)), Optional.of(new Start(3)));
    }
    told.clear();
    Instant inAnHour = Instant.now().plus(Duration.ofHours(1));
    try (TopicTail<TitleMessage> tail =
        TopicTail.startSince(clients, topic, inAnHour, 2, TitleMessage.class, told::add)) {
      assertThat(tail.awaitCaughtUp(LIMIT)).isTrue();
      assertThat(told).isEmpty();
    }
  }

  @Test
  void start_ofAnEmptyTopic_hasCaughtUp() throws Exception {
    KafkaClients clients = SharedBroker.clientsWithTopics(QueueMode.SHARE);
    try (TopicTail<TitleMessage> tail = tail(clients, TopicTail.From.BEGINNING)) {
      assertThat(tail.awaitCaughtUp(LIMIT)).isTrue();
    }
  }

  @Test
  void follow_ofAMessageThatIsNone_skipsIt() throws Exception {
    KafkaClients clients = SharedBroker.clientsWithTopics(QueueMode.SHARE);
    String topic = clients.config().topics().titleEvents();
    try (Producer<String, byte[]> producer = clients.producer();
        Sender sender = new Sender(clients)) {
      producer.send(new ProducerRecord<>(topic, "poison", new byte[] {'{'})).get();
      sender.send(topic, "good", new Start(1));
    }
    try (TopicTail<TitleMessage> tail = tail(clients, TopicTail.From.BEGINNING)) {
      assertThat(tail.awaitCaughtUp(LIMIT)).isTrue();
      assertThat(told).extracting(Received::key).containsExactly("good");
    }
  }

  @Test
  void start_ofAMissingTopic_saysSo() {
    KafkaClients clients = SharedBroker.clients(QueueMode.SHARE);
    assertThatThrownBy(() -> tail(clients, TopicTail.From.END))
        .isInstanceOfSatisfying(
            ReelwayException.class,
            e -> assertThat(e.kind()).isEqualTo(FailureKind.MESSAGING_UNAVAILABLE))
        .hasMessageContaining(clients.config().topics().titleEvents());
  }

  @Test
  void follow_whileTheBrokerRestarts_goesOnWhereItWas() throws Exception {
    EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0);
    int port = kafka.port();
    KafkaClients clients = SharedBroker.clients(kafka.bootstrapServers(), QueueMode.SHARE);
    SharedBroker.createTopics(clients);
    String topic = clients.config().topics().titleEvents();
    try (Sender sender = new Sender(clients);
        TopicTail<TitleMessage> tail = tail(clients, TopicTail.From.BEGINNING)) {
      sender.send(topic, "a", new Start(1));
      assertThat(tail.awaitCaughtUp(LIMIT)).isTrue();
      Await.until("the first is told", () -> told.size() == 1);
      kafka.close();
      kafka = EmbeddedKafka.start(folder, port);
      sender.send(topic, "b", new Start(2));
      Await.until("the second is told", () -> told.size() == 2);
      assertThat(told).extracting(Received::key).containsExactly("a", "b");
    } finally {
      kafka.close();
    }
  }
}
