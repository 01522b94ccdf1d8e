package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.ingest.accept.Accepted;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.SubmitForm;
import dev.reelway.ingest.accept.Trials;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;

/** What people wish of a title that is there. Answered with 202: the workflow does it. */
final class WishRoutes {

  private final TitleWork work;
  private final TitleFinder titles;
  private final Versions versions;

  WishRoutes(TitleWork work) {
    this.work = work;
    this.titles = new TitleFinder(work);
    this.versions = new Versions(work.store());
  }

  void addTo(RouteList routes) {
    for (Wish wish : List.of(Wish.START, Wish.CANCEL, Wish.RETRY)) {
      routes.write(
          HandlerType.POST,
          "/titles/{id}/" + wish.word(),
          wish.word() + "Title",
          Role.EDITOR,
          call -> send(call, wish));
    }
    routes.write(
        HandlerType.POST, "/titles/{id}/rollback", "rollbackTitle", Role.EDITOR, this::rollBack);
    routes.write(
        HandlerType.POST, "/titles/{id}/versions", "createVersion", Role.EDITOR, this::encodeAgain);
    routes.write(HandlerType.DELETE, "/titles/{id}", "deleteTitle", Role.OPERATOR, this::delete);
  }

  private void send(Call call, Wish wish) {
    TitleStatus title = titles.find(call);
    work.sender().send(title.titleId(), wish.of(title));
    call.answer(202, titles.document(title));
  }

  /** Which version to go back to; the one before the public one if absent. */
  record RollbackForm(Optional<Integer> version) {
    static final RollbackForm EMPTY = new RollbackForm(Optional.empty());
  }

  private void rollBack(Call call) {
    TitleStatus title = titles.find(call);
    RollbackForm form = call.bodyOr(RollbackForm.class, RollbackForm.EMPTY);
    expectOver(title);
    int target = target(title, form.version(), versions.of(title.titleId()));
    work.sender().send(title.titleId(), new TitleMessage.RollBack(target));
    call.answer(202, titles.document(title));
  }

  private static int target(TitleStatus title, Optional<Integer> wanted, List<Integer> there) {
    int shown = title.published().map(p -> p.version()).orElse(Integer.MAX_VALUE);
    if (wanted.isEmpty()) {
      return there.stream()
          .filter(version -> version < shown)
          .reduce((first, second) -> second)
          .orElseThrow(() -> Refusal.conflict("There is no earlier version to go back to."));
    }
    if (wanted.get() == shown) {
      throw Refusal.conflict("Version " + shown + " is the public one already.");
    }
    if (!there.contains(wanted.get())) {
      throw Refusal.conflict(
          "There is no version %d; there are %s.".formatted(wanted.get(), words(there)));
    }
    return wanted.get();
  }

  private static String words(List<Integer> versions) {
    return versions.isEmpty() ? "none" : versions.toString();
  }

  private void encodeAgain(Call call) {
    TitleStatus title = titles.find(call);
    SubmitForm form = call.bodyOr(SubmitForm.class, SubmitForm.EMPTY);
    if (Trials.of(title).isPresent()) {
      throw Refusal.conflict("It is a trial; make another trial of the whole title instead.");
    }
    if (form.id().isPresent() || form.tenant().isPresent()) {
      throw Refusal.of(
          ProblemKind.REQUEST_INVALID,
          "A new version keeps the title's id and tenant; leave both out.");
    }
    expectOver(title);
    Accepted accepted = work.acceptance().newVersion(title, form, call.who());
    if (!accepted.created()) {
      throw Refusal.conflict(
          "The latest version has just these settings; change something, or retry it if it"
              + " failed.");
    }
    call.answer(202, titles.document(settled(accepted.request(), title)));
  }

  // Who looks right after the answer must not take the version before for the new one.
  private TitleStatus settled(TitleRequest request, TitleStatus before) {
    return titles.settled(before, status -> status.requestId().equals(request.requestId()));
  }

  private void delete(Call call) {
    TitleStatus title = titles.find(call);
    work.sender().send(title.titleId(), new TitleMessage.Erase());
    call.answer(202, titles.document(title));
  }

  private static void expectOver(TitleStatus title) {
    if (!title.phase().isOver()) {
      throw Refusal.conflict(
          "The title is %s: wait until it is over, or cancel it.".formatted(title.phase()));
    }
  }
}
