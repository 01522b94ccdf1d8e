package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.accept.Amendments;
import dev.reelway.ingest.accept.FormRules;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.Trials;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.Optional;

/** Making titles public and taking them off, now or at a date. */
final class PublishRoutes {

  private static final String PUBLISH = "/titles/{id}/publish";
  private static final String UNPUBLISH = "/titles/{id}/unpublish";

  private final TitleWork work;
  private final TitleFinder titles;
  private final Amendments amendments;

  PublishRoutes(TitleWork work) {
    this.work = work;
    this.titles = new TitleFinder(work);
    this.amendments = work.acceptance().amendments();
  }

  void addTo(RouteList routes) {
    routes.write(HandlerType.POST, PUBLISH, "publishTitle", Role.EDITOR, this::publish);
    routes.write(HandlerType.DELETE, PUBLISH, "dropPublishDate", Role.EDITOR, this::dropOn);
    routes.write(HandlerType.POST, UNPUBLISH, "unpublishTitle", Role.EDITOR, this::unpublish);
    routes.write(HandlerType.DELETE, UNPUBLISH, "dropUnpublishDate", Role.EDITOR, this::dropOff);
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

  private void publish(Call call) {
    PublishForm form = call.bodyOr(PublishForm.class, PublishForm.EMPTY);
    TitleStatus title = titles.find(call);
    expectNoTrial(title);
    if (form.force().orElse(false)) {
      force(call, title, form);
    } else if (form.at().isPresent()) {
      publishAt(call, title, FormRules.instant("at", form.at().get()));
    } else {
      send(call, title, Wish.PUBLISH.of(title));
    }
  }

  private void publishAt(Call call, TitleStatus title, Instant at) {
    Wish.PUBLISH.of(title); // refuses where publishing makes no sense
    if (title.phase() == Phase.UNPUBLISHED || !amendments.waitsToBePublic(title)) {
      throw Refusal.conflict(
          "The title does not wait to be published, so there is no date to set.");
    }
    on(call, title, Optional.of(at));
  }

  private void dropOn(Call call) {
    on(call, titles.find(call), Optional.empty());
  }

  private void on(Call call, TitleStatus title, Optional<Instant> at) {
    amendments.publishAt(title, at);
    answer(call, titles.settled(title, now -> now.publishAt().equals(at.map(Instant::toString))));
  }

  private void force(Call call, TitleStatus title, PublishForm form) {
    if (!call.who().role().covers(Role.OPERATOR)) {
      throw Refusal.of(
          ProblemKind.FORBIDDEN, "Publishing what the gate holds needs the role 'operator'.");
    }
    if (form.at().isPresent() || title.phase() != Phase.HELD) {
      throw Refusal.conflict("Only a title that is held can be forced, and only now.");
    }
    send(call, title, new TitleMessage.Publish(title.version(), true));
  }

  /**
   * How to take off.
   *
   * @param at when, ISO 8601; now if absent
   */
  record UnpublishForm(Optional<String> at) {
    static final UnpublishForm EMPTY = new UnpublishForm(Optional.empty());
  }

  private void unpublish(Call call) {
    UnpublishForm form = call.bodyOr(UnpublishForm.class, UnpublishForm.EMPTY);
    TitleStatus title = titles.find(call);
    if (form.at().isPresent()) {
      unpublishAt(call, title, FormRules.instant("at", form.at().get()));
    } else {
      send(call, title, Wish.UNPUBLISH.of(title));
    }
  }

  private void unpublishAt(Call call, TitleStatus title, Instant at) {
    expectNoTrial(title);
    if (title.phase().isOver() && title.published().isEmpty()) {
      throw Refusal.conflict(
          "The title is %s: it is not public and is not about to be.".formatted(title.phase()));
    }
    off(call, title, Optional.of(at));
  }

  private void dropOff(Call call) {
    off(call, titles.find(call), Optional.empty());
  }

  private void off(Call call, TitleStatus title, Optional<Instant> at) {
    amendments.unpublishAt(title, at);
    answer(call, titles.settled(title, now -> now.unpublishAt().equals(at.map(Instant::toString))));
  }

  private void send(Call call, TitleStatus title, TitleMessage message) {
    work.sender().send(title.titleId(), message);
    answer(call, title);
  }

  private void answer(Call call, TitleStatus title) {
    call.answer(202, titles.document(title));
  }

  private static void expectNoTrial(TitleStatus title) {
    if (Trials.of(title).isPresent()) {
      throw Refusal.conflict(
          "It is a trial, which is never public; submit the title with its ladder.");
    }
  }
}
