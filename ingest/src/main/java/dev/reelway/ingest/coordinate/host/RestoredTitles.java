package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.ingest.coordinate.Submission;
import dev.reelway.ingest.coordinate.TitleState;

/** Rebuilds rows of titles at rest from what lies in the object store. */
final class RestoredTitles {

  private RestoredTitles() {}

  /** What may be said of a submission later is as it was said last. */
  static TitleRequest request(TitleRequest submitted, TitleStatus status) {
    return submitted.toldAs(status);
  }

  static TitleRow row(TitleRequest request, TitleStatus status) {
    Submission submission =
        new Submission(
            status.version(),
            request.master(),
            request.profileName(),
            request.awaitStart(),
            request.awaitPublish());
    TitleState state =
        TitleState.restored(
            request.titleId(),
            status.phase(),
            status.run(),
            submission,
            status.failure(),
            status.published());
    return new TitleRow(
        state,
        status.requestId(),
        status.createdAt(),
        status.phases(),
        status.masterSummary(),
        status.findings(),
        status.plan(),
        status.progress().parts(),
        status.progress().reusedParts(),
        status.progress().retries(),
        0,
        false);
  }
}
