package dev.reelway.platform.work;

import dev.reelway.contracts.fleet.Control;
import dev.reelway.contracts.fleet.Heartbeat;
import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.platform.messaging.Await;
import dev.reelway.platform.messaging.KafkaClients;
import dev.reelway.platform.messaging.Received;
import dev.reelway.platform.messaging.Sender;
import dev.reelway.platform.messaging.TopicTail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Dispatches what it is told to, grants each task to the first who claims it, and remembers. */
final class FakeWorkflow implements AutoCloseable {

  static final String BUILD = "build-1";

  private final List<Received<TitleMessage>> messages = new CopyOnWriteArrayList<>();
  private final List<Heartbeat> heartbeats = new CopyOnWriteArrayList<>();
  private final Map<TaskId, String> owners = new ConcurrentHashMap<>();
  private final Topics topics;
  private final Sender sender;
  private final TopicTail<TitleMessage> events;
  private final TopicTail<Heartbeat> beats;
  private volatile boolean answers = true;

  FakeWorkflow(KafkaClients clients) {
    topics = clients.config().topics();
    sender = new Sender(clients);
    events =
        TopicTail.start(
            clients,
            topics.titleEvents(),
            TopicTail.From.BEGINNING,
            TitleMessage.class,
            this::received);
    beats =
        TopicTail.start(
            clients,
            topics.heartbeats(),
            TopicTail.From.BEGINNING,
            Heartbeat.class,
            message -> heartbeats.add(message.value().orElseThrow()));
  }

  static Task task(String title, Step step, int number) {
    return task(title, step, number, Lane.STANDARD);
  }

  static Task task(String title, Step step, int number, Lane lane) {
    TaskId id = new TaskId(title, 1, step, Optional.of(TaskRef.chunk(number)), 1);
    return new Task(Task.SCHEMA, id, "request", "tenant", lane, BUILD, 0, false, 0);
  }

  Task dispatch(Task task) {
    return dispatch(task, Optional.empty());
  }

  Task dispatch(Task task, Optional<String> traceparent) {
    sender.send(topics.queueOf(task), task.id().toString(), task, traceparent);
    return task;
  }

  /** Gives the task to somebody else, so that whoever claims it is refused. */
  void giveAway(TaskId id) {
    owners.put(id, "somebody else");
  }

  void order(Control order) {
    sender.send(topics.control(), "", order);
  }

  void answer(boolean whether) {
    answers = whether;
  }

  private void received(Received<TitleMessage> message) {
    messages.add(message);
    if (answers
        && message.value().orElseThrow() instanceof TitleMessage.Report report
        && report.report() instanceof TaskReport.Started started) {
      String owner = owners.computeIfAbsent(started.id(), id -> started.workerId());
      order(
          owner.equals(started.workerId())
              ? new Control.Granted(started.id(), started.workerId())
              : new Control.Refused(started.id(), started.workerId()));
    }
  }

  /** What was said about {@code id}, in order. */
  List<TaskReport> reports(TaskId id) {
    return reports().stream().filter(report -> report.id().equals(id)).toList();
  }

  List<TaskReport> reports() {
    return messages.stream()
        .map(message -> ((TitleMessage.Report) message.value().orElseThrow()).report())
        .toList();
  }

  List<Received<TitleMessage>> messages() {
    return messages;
  }

  List<Heartbeat> heartbeats() {
    return heartbeats;
  }

  /** Waits for the first report of a kind about a task. */
  <T extends TaskReport> T await(TaskId id, Class<T> kind) throws InterruptedException {
    Await.until(
        kind.getSimpleName() + " of " + id, () -> reports(id).stream().anyMatch(kind::isInstance));
    return reports(id).stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
  }

  @Override
  public void close() {
    events.close();
    beats.close();
    sender.close();
  }
}
