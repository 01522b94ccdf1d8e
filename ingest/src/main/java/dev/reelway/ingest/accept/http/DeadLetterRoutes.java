package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.accept.IngestDeadLetters;
import dev.reelway.ingest.accept.Role;
import io.javalin.http.HandlerType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was given up: tasks, for whoever sees the title; records of the ingest topic that were not
 * understood, for keys of all tenants, because nobody knows whose they are.
 */
final class DeadLetterRoutes {

  private static final int USUAL_LIMIT = 100;
  private static final int MOST_LIMIT = 1_000;

  private final TitleWork work;
  private final IngestDeadLetters ingest;

  DeadLetterRoutes(TitleWork work, IngestDeadLetters ingest) {
    this.work = work;
    this.ingest = ingest;
  }

  void addTo(RouteList routes) {
    routes.read("/dead-letters", "listDeadLetters", Role.VIEWER, this::list);
    routes.read("/dead-letters/{id}", "getDeadLetter", Role.VIEWER, this::get);
    routes.write(
        HandlerType.POST,
        "/dead-letters/{id}/replay",
        "replayDeadLetter",
        Role.OPERATOR,
        this::replay);
  }

  /** Newest first. */
  record DeadLetterList(List<DeadLetter> deadLetters) {}

  private void list(Call call) {
    int limit = call.number("limit", USUAL_LIMIT, MOST_LIMIT);
    call.answer(200, new DeadLetterList(visible(call).limit(limit).toList()));
  }

  private void get(Call call) {
    call.answer(200, find(call));
  }

  private void replay(Call call) {
    DeadLetter letter = find(call);
    call.about(letter.id(), letter.tenant());
    if (letter.task().isEmpty()) {
      ingest.replay(letter.id());
    } else {
      String titleId = letter.task().get().titleId();
      expectWaiting(titleId, letter);
      work.sender().send(titleId, new TitleMessage.Retry(letter.run()));
    }
    call.answer(202, letter);
  }

  /** Retrying a later run would be something else than what was asked for. */
  private void expectWaiting(String titleId, DeadLetter letter) {
    TitleStatus title =
        work.view()
            .title(titleId)
            .orElseThrow(() -> conflict("The title '" + titleId + "' is gone."));
    boolean waits = title.phase() == Phase.FAILED || title.phase() == Phase.HELD;
    if (!waits || title.run() != letter.run()) {
      throw conflict("The title went on since then; it is %s.".formatted(title.phase()));
    }
  }

  private DeadLetter find(Call call) {
    String id = call.path("id");
    return visible(call)
        .filter(letter -> letter.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.of(ProblemKind.NOT_FOUND, "There is no such dead letter."));
  }

  private Stream<DeadLetter> visible(Call call) {
    Stream<DeadLetter> ofTasks =
        work.view().deadLetters().stream().filter(letter -> call.who().sees(letter.tenant()));
    if (!call.who().seesAll()) {
      return ofTasks;
    }
    return Stream.concat(ofTasks, ingest.list().stream())
        .sorted(
            Comparator.comparing((DeadLetter letter) -> TitleQuery.instant(letter.at()))
                .reversed());
  }

  private static Refusal conflict(String detail) {
    return Refusal.of(ProblemKind.CONFLICT, detail);
  }
}
