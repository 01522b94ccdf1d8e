package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.accept.Accepted;
import dev.reelway.ingest.accept.FormRules;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.SubmitForm;
import dev.reelway.ingest.accept.Trials;
import io.javalin.http.HandlerType;
import java.time.Instant;
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
    for (Wish wish : Wish.ALL) {
      routes.write(
          HandlerType.POST,
          "/titles/{id}/" + wish.word(),
          wish.word() + "Title",
          Role.EDITOR,
          wish.word().equals("publish") ? call -> publish(call, wish) : call -> send(call, wish));
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

  /**
   * How to publish.
   *
   * @param at when, ISO 8601; now if absent
   * @param force whether a version that the gate holds becomes public all the same
   */
  record PublishForm(Optional<String> at, Optional<Boolean> force) {
    static final PublishForm EMPTY = new PublishForm(Optional.empty(), Optional.empty());
  }

  private void publish(Call call, Wish wish) {
    PublishForm form = call.bodyOr(PublishForm.class, PublishForm.EMPTY);
    TitleStatus title = titles.find(call);
    if (Trials.of(title).isPresent()) {
      throw conflict("It is a trial, which is never public; submit the title with its ladder.");
    }
    if (form.force().orElse(false)) {
      force(call, title, form);
      return;
    }
    if (form.at().isEmpty()) {
      send(call, wish);
      return;
    }
    wish.of(title); // refuses where publishing makes no sense
    Instant at = FormRules.instant("at", form.at().get());
    boolean waits = title.phase() != Phase.UNPUBLISHED && work.acceptance().publishAt(title, at);
    if (!waits) {
      throw conflict("The title does not wait to be published, so there is no date to set.");
    }
    call.answer(202, titles.document(title));
  }

  private void force(Call call, TitleStatus title, PublishForm form) {
    if (!call.who().role().covers(Role.OPERATOR)) {
      throw Refusal.of(
          ProblemKind.FORBIDDEN, "Publishing what the gate holds needs the role 'operator'.");
    }
    if (form.at().isPresent() || title.phase() != Phase.HELD) {
      throw conflict("Only a title that is held can be forced, and only now.");
    }
    work.sender().send(title.titleId(), new TitleMessage.Publish(title.version(), true));
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
          .orElseThrow(() -> conflict("There is no earlier version to go back to."));
    }
    if (wanted.get() == shown) {
      throw conflict("Version " + shown + " is the public one already.");
    }
    if (!there.contains(wanted.get())) {
      throw conflict("There is no version %d; there are %s.".formatted(wanted.get(), words(there)));
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
      throw conflict("It is a trial; make another trial of the whole title instead.");
    }
    if (form.id().isPresent() || form.tenant().isPresent()) {
      throw Refusal.of(
          ProblemKind.REQUEST_INVALID,
          "A new version keeps the title's id and tenant; leave both out.");
    }
    expectOver(title);
    Accepted accepted = work.acceptance().newVersion(title, form, call.who());
    if (!accepted.created()) {
      throw conflict(
          "The latest version has just these settings; change something, or retry it if it"
              + " failed.");
    }
    call.answer(202, titles.document(settled(accepted.request(), title)));
  }

  // Who looks right after the answer must not take the version before for the new one.
  private TitleStatus settled(TitleRequest request, TitleStatus before) {
    return work.view()
        .await(
            request.titleId(),
            status -> status.requestId().equals(request.requestId()),
            work.patience())
        .orElse(before);
  }

  private void delete(Call call) {
    TitleStatus title = titles.find(call);
    work.sender().send(title.titleId(), new TitleMessage.Erase());
    call.answer(202, titles.document(title));
  }

  private static void expectOver(TitleStatus title) {
    if (!title.phase().isOver()) {
      throw conflict(
          "The title is %s: wait until it is over, or cancel it.".formatted(title.phase()));
    }
  }

  private static Refusal conflict(String detail) {
    return Refusal.of(ProblemKind.CONFLICT, detail);
  }
}
