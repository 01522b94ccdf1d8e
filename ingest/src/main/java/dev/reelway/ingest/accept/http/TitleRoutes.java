package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.Notification;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.ingest.accept.Accepted;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.SubmitForm;
import dev.reelway.ingest.view.TitleView;
import io.javalin.http.HandlerType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Titles: submit, list, read, and what happened to them. */
final class TitleRoutes {

  private final TitleWork work;
  private final TitleFinder titles;

  TitleRoutes(TitleWork work) {
    this.work = work;
    this.titles = new TitleFinder(work);
  }

  void addTo(RouteList routes) {
    routes.write(HandlerType.POST, "/titles", "createTitle", Role.EDITOR, this::create);
    routes.read("/titles", "listTitles", Role.VIEWER, this::list);
    routes.read("/titles/{id}", "getTitle", Role.VIEWER, this::get);
    routes.read("/titles/{id}/log", "getTitleLog", Role.VIEWER, this::log);
  }

  private void create(Call call) {
    Accepted accepted = work.acceptance().submit(call.body(SubmitForm.class), call.who());
    call.about(accepted.request().titleId(), accepted.request().tenant());
    TitleStatus status =
        work.view()
            .title(accepted.request().titleId())
            .orElseGet(() -> TitleDocument.accepted(accepted.request()));
    call.context().header("Location", RouteList.BASE + "/titles/" + status.titleId());
    call.answer(accepted.created() ? 201 : 200, titles.document(status));
  }

  /**
   * @param titles of this page
   * @param next cursor of the following page; absent on the last
   * @param total of all pages
   */
  record Page(List<TitleDocument> titles, Optional<String> next, int total) {}

  private void list(Call call) {
    TitleQuery query = TitleQuery.of(call);
    TitleQuery.Result result =
        query.run(
            work.view().titles().stream()
                .filter(status -> call.who().sees(status.tenant()))
                .toList());
    call.answer(
        200,
        new Page(
            result.titles().stream().map(titles::document).toList(),
            result.next(),
            result.total()));
  }

  private void get(Call call) {
    call.answer(200, titles.document(titles.find(call)));
  }

  /**
   * Something that happened to a title; one of the two is there.
   *
   * @param at ISO 8601
   * @param notification it entered a phase
   * @param deadLetter a task of it was given up
   */
  record LogEntry(
      String at, Optional<Notification> notification, Optional<DeadLetter> deadLetter) {}

  /** What happened, oldest first. */
  record TitleLog(List<LogEntry> entries) {}

  private void log(Call call) {
    String id = titles.find(call).titleId();
    TitleView view = work.view();
    Stream<LogEntry> phases =
        view.notifications(id).stream()
            .map(n -> new LogEntry(n.at(), Optional.of(n), Optional.empty()));
    Stream<LogEntry> letters =
        view.deadLetters().stream()
            .filter(letter -> letter.task().filter(t -> t.titleId().equals(id)).isPresent())
            .map(letter -> new LogEntry(letter.at(), Optional.empty(), Optional.of(letter)));
    call.answer(
        200,
        new TitleLog(
            Stream.concat(phases, letters)
                .sorted(Comparator.comparing(entry -> TitleQuery.instant(entry.at())))
                .toList()));
  }
}
