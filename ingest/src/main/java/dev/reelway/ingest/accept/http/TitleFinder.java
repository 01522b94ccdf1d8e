package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.ingest.accept.FormRules;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the title that a call names. Another tenant's is as good as none. */
final class TitleFinder {

  private final TitleWork work;

  TitleFinder(TitleWork work) {
    this.work = work;
  }

  /** The title of the path's {@code id}; the audit log is told that the call is about it. */
  TitleStatus find(Call call) {
    String id = call.path("id");
    if (!FormRules.isId(id)) {
      throw Refusal.noSuchTitle();
    }
    call.about(id, "");
    TitleStatus title =
        find(id)
            .filter(status -> call.who().sees(status.tenant()))
            .orElseThrow(Refusal::noSuchTitle);
    call.about(id, title.tenant());
    return title;
  }

  /** One that was just accepted, perhaps by another node, is not in the view yet. */
  Optional<TitleStatus> find(String id) {
    return work.view()
        .title(id)
        .or(() -> work.acceptance().accepted(id).map(TitleDocument::accepted));
  }

  /**
   * The title once it is what was wished, so that who looks right after the answer sees it; as it
   * was if that takes too long.
   */
  TitleStatus settled(TitleStatus before, Predicate<TitleStatus> wished) {
    return work.view().await(before.titleId(), wished, work.patience()).orElse(before);
  }

  TitleDocument document(TitleStatus status) {
    return TitleDocument.of(status, work.publicBaseUrl());
  }
}
