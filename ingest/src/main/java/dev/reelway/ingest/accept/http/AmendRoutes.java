package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.accept.AmendForm;
import dev.reelway.ingest.accept.Role;
import dev.reelway.platform.storage.Documents;
import io.javalin.http.HandlerType;

/** Changing what was said of a title, without another version of it. */
final class AmendRoutes {

  private final TitleWork work;
  private final TitleFinder titles;
  private final Documents documents;

  AmendRoutes(TitleWork work) {
    this.work = work;
    this.titles = new TitleFinder(work);
    this.documents = new Documents(work.store());
  }

  void addTo(RouteList routes) {
    routes.write(HandlerType.PATCH, "/titles/{id}", "amendTitle", Role.EDITOR, this::amend);
  }

  private void amend(Call call) {
    AmendForm form = call.body(AmendForm.class);
    TitleStatus title = titles.find(call);
    if (form.isCorrection() && title.phase() != Phase.AWAITING_START) {
      throw Refusal.conflict(
          ("The title is %s: ladder and streams can be changed while it waits for its start;"
                  + " later, a new version has others.")
              .formatted(title.phase()));
    }
    TitleRequest now =
        work.acceptance().amendments().amend(title, form, () -> inspection(title), call.who());
    call.answer(202, titles.document(titles.settled(title, status -> isTold(status, now))));
  }

  private Inspection inspection(TitleStatus title) {
    return documents.read(
        StorageLayout.inspectionKey(title.titleId(), title.version()), Inspection.class);
  }

  private static boolean isTold(TitleStatus status, TitleRequest now) {
    return status.requestId().equals(now.requestId())
        && status.name().equals(now.name())
        && status.metadata().equals(now.metadata());
  }
}
