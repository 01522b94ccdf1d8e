package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.ingest.accept.Accepted;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.TrialForm;
import dev.reelway.ingest.accept.Trials;
import io.javalin.http.HandlerType;

/** Ladders tried on a piece of a title. */
final class TrialRoutes {

  private final TitleWork work;
  private final TitleFinder titles;

  TrialRoutes(TitleWork work) {
    this.work = work;
    this.titles = new TitleFinder(work);
  }

  void addTo(RouteList routes) {
    routes.write(HandlerType.POST, "/titles/{id}/trials", "createTrial", Role.EDITOR, this::create);
  }

  private void create(Call call) {
    TitleStatus title = titles.find(call);
    TrialForm form = call.bodyOr(TrialForm.class, TrialForm.EMPTY);
    if (Trials.of(title).isPresent()) {
      throw Refusal.of(ProblemKind.CONFLICT, "It is a trial itself; try with the whole title.");
    }
    String inspection = StorageLayout.inspectionKey(title.titleId(), title.version());
    if (work.store().head(inspection).isEmpty()) {
      throw Refusal.of(ProblemKind.CONFLICT, "The title is not inspected yet; wait a moment.");
    }
    Accepted accepted = work.acceptance().trial(title, form, call.who());
    TitleStatus trial =
        titles
            .find(accepted.request().titleId())
            .orElseGet(() -> TitleDocument.accepted(accepted.request()));
    call.answer(accepted.created() ? 201 : 200, titles.document(trial));
  }
}
