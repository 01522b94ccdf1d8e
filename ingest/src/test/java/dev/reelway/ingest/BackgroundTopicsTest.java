package dev.reelway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.Notification;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.Phase;
import dev.reelway.embedded.EmbeddedKafka;
import dev.reelway.ingest.accept.Acceptance;
import dev.reelway.ingest.accept.Webhooks;
import dev.reelway.ingest.notify.WebhookConfig;
import dev.reelway.ingest.notify.WebhookRunner;
import dev.reelway.ingest.queue.DeadLetterBox;
import dev.reelway.ingest.queue.IngestQueue;
import dev.reelway.ingest.queue.IngestTopic;
import dev.reelway.ingest.recover.ArchiveTopic;
import dev.reelway.platform.config.KafkaConfig;
import dev.reelway.platform.messaging.GroupReader;
import dev.reelway.platform.messaging.KafkaClients;
import dev.reelway.platform.messaging.Sender;
import dev.reelway.platform.messaging.TopicAdmin;
import dev.reelway.platform.messaging.TopicTail;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The ingest topic, webhooks and the archive against a real broker. */
@Timeout(300)
final class BackgroundTopicsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T20:15:00Z");

  @TempDir private static Path data;
  private static EmbeddedKafka kafka;
  private static KafkaClients clients;
  private static Topics topics;
  private static Sender sender;

  private final MemoryObjectStore store = new MemoryObjectStore();
  private final SentMessages sent = new SentMessages();

  @BeforeAll
  static void startBroker() {
    kafka = EmbeddedKafka.start(data, 0);
    clients = new KafkaClients(KafkaConfig.at(kafka.bootstrapServers()));
    topics = clients.config().topics();
    try (TopicAdmin admin = new TopicAdmin(clients)) {
      admin.createAll();
    }
    sender = new Sender(clients);
  }

  @AfterAll
  static void stopBroker() {
    sender.close();
    kafka.close();
  }

  @Test
  void ingestTopic_badRecordAmongGood_isADeadLetterThatCanBeReplayed() {
    DeadLetterBox box =
        new DeadLetterBox(bytes -> sender.sendBytes(topics.ingest(), bytes), source -> {});
    try (TopicTail<DeadLetter> tail =
            TopicTail.start(
                clients,
                topics.ingestDeadLetters(),
                TopicTail.From.BEGINNING,
                DeadLetter.class,
                letter -> letter.value().ifPresent(box::accept));
        GroupReader reader = readIngest()) {
      assertThat(tail).isNotNull();
      assertThat(reader).isNotNull();
      sender.sendBytes(topics.ingest(), bytes(wish("a.mov")));
      sender.sendBytes(topics.ingest(), bytes("{'schema':1,'tenant':'news'}"));
      sender.sendBytes(topics.ingest(), new byte[] {(byte) 0xff});
      sender.sendBytes(topics.ingest(), bytes(wish("missing.mov")));
      sender.sendBytes(topics.ingest(), bytes(wish("b.mov")));
      await(() -> sent.sent().size() == 2 && box.list().size() == 3);
      assertThat(box.list())
          .extracting(DeadLetter::kind)
          .containsExactlyInAnyOrder(
              FailureKind.REQUEST_INVALID,
              FailureKind.REQUEST_INVALID,
              FailureKind.MASTER_NOT_FOUND);
      assertThat(box.list())
          .allSatisfy(letter -> assertThat(letter.source()).matches("reelway.ingest/[0-2]/[0-9]+"));

      box.replay(box.list().get(2).id());
      await(() -> box.list().size() == 4);
      sent.breakDown(true); // What is temporary waits instead of becoming a dead letter.
      sender.sendBytes(topics.ingest(), bytes(wish("c.mov")));
      await(() -> sent.refused() > 0);
      sent.breakDown(false);
      await(() -> sent.sent().size() == 3);
      assertThat(box.list()).hasSize(4);
    }
    // Another member goes on where the first one stopped.
    try (GroupReader reader = readIngest()) {
      assertThat(reader).isNotNull();
      sender.sendBytes(topics.ingest(), bytes(wish("d.mov")));
      await(() -> sent.sent().size() == 4);
    }
    assertThat(sent.sent()).extracting(SentMessages.Sent::titleId).doesNotHaveDuplicates();
  }

  @Test
  void webhooks_twoInstances_deliverOnceInOrderAndAgainOnReplay() throws IOException {
    List<String> told = new CopyOnWriteArrayList<>();
    HttpServer subscriber = subscriber(told);
    WebhookConfig config = new WebhookConfig(true, Duration.ofSeconds(30));
    tell("early");
    Instant afterEarly = Instant.now().plusMillis(2);
    await(() -> Instant.now().isAfter(afterEarly));
    try (WebhookRunner one = WebhookRunner.start(clients, store, config, Clock.systemUTC());
        WebhookRunner two = WebhookRunner.start(clients, store, config, Clock.systemUTC())) {
      assertThat(two).isNotNull();
      String id = subscribe(one.webhooks(), subscriber);
      for (int i = 0; i < 5; i++) {
        tell("first-" + i);
      }
      await(() -> told.size() >= 5);
      assertThat(told).containsExactly("first-0", "first-1", "first-2", "first-3", "first-4");

      assertThat(two.webhooks().replay(id, afterEarly)).isEqualTo(5);
      await(() -> told.size() >= 10);
      assertThat(told.subList(5, 10)).isEqualTo(told.subList(0, 5));
    }
    tell("while-down");
    try (WebhookRunner again = WebhookRunner.start(clients, store, config, Clock.systemUTC())) {
      await(() -> told.size() >= 11);
      assertThat(told.subList(10, told.size())).containsExactly("while-down");
      again.webhooks().delete(again.webhooks().list().get(0).id());
      assertThat(again.webhooks().list()).isEmpty();
    } finally {
      subscriber.stop(0);
    }
  }

  @Test
  void archive_statusTopic_isKeptInStorage() {
    try (GroupReader reader = ArchiveTopic.start(clients, store)) {
      assertThat(reader).isNotNull();
      sender.send(topics.titleStatus(), "x", TitleStatuses.of("x", Phase.ENCODING, NOW).build());
      sender.send(topics.titleStatus(), "y", TitleStatuses.of("y", Phase.PUBLISHED, NOW).build());
      sender.send(topics.titleStatus(), "x", TitleStatuses.of("x", Phase.FAILED, NOW).build());
      await(() -> store.head(StorageLayout.jobStatusKey("x")).isPresent());
      assertThat(store.head(StorageLayout.jobStatusKey("y"))).isPresent();
      sender.sendTombstone(topics.titleStatus(), "x");
      await(() -> store.head(StorageLayout.jobStatusKey("x")).isEmpty());
    }
  }

  private GroupReader readIngest() {
    KnownMasters masters = new KnownMasters();
    List.of("a.mov", "b.mov", "c.mov", "d.mov")
        .forEach(name -> masters.put("s3://in/" + name, "e"));
    Acceptance acceptance = new Acceptance(store, masters, sent, Clock.systemUTC());
    return IngestTopic.start(
        clients,
        new IngestQueue(acceptance, object -> Optional.empty()),
        letter -> sender.send(topics.ingestDeadLetters(), letter.id(), letter),
        Clock.systemUTC());
  }

  private static String wish(String name) {
    return "{'schema':1,'tenant':'news','source':'s3://in/" + name + "'}";
  }

  private static void tell(String id) {
    sender.send(
        topics.notifications(),
        "t",
        new Notification(
            id,
            "t",
            "news",
            "A title",
            1,
            1,
            Phase.PUBLISHED,
            NOW.toString(),
            Optional.empty(),
            Optional.empty()));
  }

  private static String subscribe(Webhooks webhooks, HttpServer subscriber) {
    String url = "http://127.0.0.1:" + subscriber.getAddress().getPort() + "/";
    return webhooks
        .create("news", new Webhooks.Form(url, Optional.empty(), Optional.empty()))
        .webhook()
        .id();
  }

  private static HttpServer subscriber(List<String> told) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          told.add(exchange.getRequestHeaders().getFirst("webhook-id"));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited long enough").isLessThan(end);
      java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
