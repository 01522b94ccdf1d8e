package dev.reelway.ingest.coordinate.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.Control;
import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.Heartbeat;
import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.contracts.title.Phase;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.telemetry.FleetLoad;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkflowTopologyTest {

  private static final Topics TOPICS = new Topics("test");
  private static final byte[] SUBMIT_OF_NOTHING =
      "{\"message\":\"Submit\"}".getBytes(StandardCharsets.UTF_8);
  private static final List<String> STORES = List.of("titles", "requests", "tasks");

  private final MovableClock clock = new MovableClock();
  private final List<FleetLoad> loads = new ArrayList<>();
  private final List<FailureKind> deadLettered = new ArrayList<>();
  private final FleetTelemetry telemetry =
      new FleetTelemetry() {
        @Override
        public void load(FleetLoad load) {
          loads.add(load);
        }

        @Override
        public void retried(Step step, FailureKind kind) {}

        @Override
        public void deadLettered(FailureKind kind) {
          deadLettered.add(kind);
        }
      };
  private TopologyTestDriver driver = driver();

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void submit_withAFleet_bringsTasksToTheirQueues() {
    joinAll();
    send("film", new TitleMessage.Submit(Samples.request("film", "studio", Lane.BULK)));
    Task inspect = next(TOPICS.queue(Pool.INSPECT));
    succeed(inspect, "inspect@1");
    Task plan = next(TOPICS.queue(Pool.INSPECT));
    assertThat(plan.engineBuild()).isEqualTo(Samples.BUILD);
    succeed(plan, "inspect@1");
    String encoders = TOPICS.encodeQueue(Samples.BUILD);
    succeed(next(encoders), "encode@1");
    succeed(next(encoders), "encode@1");
    succeed(next(TOPICS.queue(Pool.PACKAGE)), "package@1");
    succeed(next(TOPICS.queue(Pool.PACKAGE)), "package@1");
    succeed(next(TOPICS.queue(Pool.PUBLISH)), "publish@1");
    List<TitleStatus> statuses = all(TOPICS.titleStatus(), TitleStatus.class);
    assertThat(statuses).extracting(TitleStatus::phase).endsWith(Phase.PUBLISHED);
    assertThat(statuses).extracting(TitleStatus::titleId).containsOnly("film");
    assertThat(all(TOPICS.deadLetters(), DeadLetter.class)).isEmpty();
  }

  @Test
  void poisonedMessages_goToTheDeadLettersAndTheNextOneWorks() {
    joinAll();
    TestInputTopic<String, byte[]> events = input(TOPICS.titleEvents());
    events.pipeInput("film", "{not json".getBytes(StandardCharsets.UTF_8));
    events.pipeInput("film", "{\"message\":\"Invented\"}".getBytes(StandardCharsets.UTF_8));
    events.pipeInput("film", SUBMIT_OF_NOTHING);
    input(TOPICS.heartbeats()).pipeInput("w", "[]".getBytes(StandardCharsets.UTF_8));
    List<DeadLetter> letters = all(TOPICS.deadLetters(), DeadLetter.class);
    assertThat(letters).hasSize(4);
    assertThat(letters).extracting(DeadLetter::id).doesNotHaveDuplicates();
    assertThat(letters).extracting(DeadLetter::kind).containsOnly(FailureKind.INVARIANT_BROKEN);
    assertThat(deadLettered).hasSize(4);
    assertThat(letters.get(0).source()).isEqualTo("test.title-events-0@0");
    assertThat(letters.get(0).payload()).isEqualTo("{not json");
    send("film", new TitleMessage.Submit(Samples.request("film")));
    joinAll();
    assertThat(next(TOPICS.queue(Pool.INSPECT)).id().titleId()).isEqualTo("film");
  }

  @Test
  void planWithoutTasks_isBuriedAndOthersGoOn() {
    joinAll();
    send("film", new TitleMessage.Submit(Samples.request("film")));
    succeed(next(TOPICS.queue(Pool.INSPECT)), "inspect@1");
    Task plan = next(TOPICS.queue(Pool.INSPECT));
    report(
        new TaskReport.Succeeded(
            plan.id(), "inspect@1", new TaskOutcome.Planned(Samples.plan(0, 0, Samples.BUILD))));
    assertThat(all(TOPICS.deadLetters(), DeadLetter.class)).hasSize(1);
    joinAll();
    succeed(plan, "inspect@1");
    assertThat(next(TOPICS.encodeQueue(Samples.BUILD)).id().titleId()).isEqualTo("film");
  }

  @Test
  void probe_isAnsweredOnControl() {
    send("", new TitleMessage.Probe("p1"));
    assertThat(all(TOPICS.control(), Control.class)).containsExactly(new Control.Alive("p1"));
  }

  @Test
  void time_endsLeasesAndTellsTheBacklog() {
    joinAll();
    send("film", new TitleMessage.Submit(Samples.request("film")));
    Task task = next(TOPICS.queue(Pool.INSPECT));
    report(new TaskReport.Started(task.id(), "gone@1"));
    for (int second = 0; second < 25; second++) {
      pass(Duration.ofSeconds(1));
      if (second % 5 == 0) {
        joinAll();
      }
    }
    assertThat(next(TOPICS.queue(Pool.INSPECT))).isEqualTo(task);
    assertThat(loads).isNotEmpty();
    assertThat(loads.get(loads.size() - 1).titles()).hasSize(1);
  }

  @Test
  void anotherProcess_withTheChangelogsOfTheFirst_goesOn() {
    joinAll();
    send("film", new TitleMessage.Submit(Samples.request("film")));
    succeed(next(TOPICS.queue(Pool.INSPECT)), "inspect@1");
    Task plan = next(TOPICS.queue(Pool.INSPECT));
    report(new TaskReport.Started(plan.id(), "inspect@1"));
    takeOver();
    joinAll();
    report(new TaskReport.Started(plan.id(), "other@1"));
    assertThat(all(TOPICS.control(), Control.class))
        .containsExactly(new Control.Refused(plan.id(), "other@1"));
    succeed(plan, "inspect@1");
    assertThat(next(TOPICS.encodeQueue(Samples.BUILD)).id().titleId()).isEqualTo("film");
  }

  /** Another driver, whose stores are filled from the changelogs of the first. */
  private void takeOver() {
    Map<String, List<KeyValue<String, byte[]>>> changes = new LinkedHashMap<>();
    for (String store : STORES) {
      changes.put(
          store,
          output(TOPICS.workflowApplication() + "-" + store + "-changelog").readKeyValuesToList());
    }
    driver.close();
    driver = driver();
    changes.forEach(
        (store, rows) -> {
          KeyValueStore<String, byte[]> target = driver.getKeyValueStore(store);
          rows.forEach(row -> target.put(row.key, row.value));
        });
    // Its coordinator has found empty stores; a message that it fails to handle makes it look
    // again.
    input(TOPICS.titleEvents()).pipeInput("", SUBMIT_OF_NOTHING);
  }

  private TopologyTestDriver driver() {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, TOPICS.workflowApplication());
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    return new TopologyTestDriver(
        WorkflowTopology.build(TOPICS, CoordinatorSettings.DEFAULT, clock, telemetry),
        properties,
        clock.instant());
  }

  private void joinAll() {
    for (Pool pool : Pool.values()) {
      String worker = pool.name().toLowerCase(Locale.ROOT) + "@1";
      String build = pool == Pool.ENCODE ? Samples.BUILD : "";
      input(TOPICS.heartbeats())
          .pipeInput(
              worker, Json.write(new Heartbeat(worker, "host", pool, build, 4, List.of(), 1)));
    }
  }

  private void pass(Duration time) {
    clock.move(time);
    driver.advanceWallClockTime(time);
  }

  private void succeed(Task task, String worker) {
    report(new TaskReport.Started(task.id(), worker));
    report(
        new TaskReport.Succeeded(
            task.id(), worker, Samples.outcome(task, Samples.plan(1, 1, Samples.BUILD))));
  }

  private void report(TaskReport report) {
    send(report.id().titleId(), new TitleMessage.Report(report));
  }

  private void send(String key, TitleMessage message) {
    input(TOPICS.titleEvents()).pipeInput(key, Json.write(message));
  }

  private TestInputTopic<String, byte[]> input(String topic) {
    return driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
  }

  private TestOutputTopic<String, byte[]> output(String topic) {
    return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private Task next(String queue) {
    return Json.read(output(queue).readValue(), Task.class, queue);
  }

  private <T> List<T> all(String topic, Class<T> type) {
    return output(topic).readValuesToList().stream()
        .map(json -> Json.read(json, type, topic))
        .toList();
  }
}
