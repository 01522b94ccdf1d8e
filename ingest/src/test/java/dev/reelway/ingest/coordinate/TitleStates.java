package dev.reelway.ingest.coordinate;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.title.Publication;
import dev.reelway.contracts.work.TaskRef;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Titles in every phase, brought there by events. */
final class TitleStates {

  static final Submission SUBMISSION =
      new Submission(1, "masters/film.mov", "default", false, false);
  static final Submission AWAITING = new Submission(1, "masters/film.mov", "default", true, false);
  static final Submission HELD_BACK = new Submission(1, "masters/film.mov", "default", false, true);
  static final PlanSummary PLAN = new PlanSummary("p1", "build-1", 2, 1, 0);
  static final Publication PUBLICATION = new Publication(1, "p1", "index.m3u8", "index.mpd");

  static final Publication EARLIER = new Publication(7, "p7", "index.m3u8", "index.mpd");

  /** The plan of {@link #soundIsFinished} for another build. */
  static final TitleEvent PLANNED_AGAIN =
      new TitleEvent.Planned(
          4, new PlanSummary("p2", "build-2", 2, 1, 0), List.of(TaskRef.audio(0)));

  private TitleStates() {}

  static TitleState initial() {
    return TitleState.initial("film");
  }

  static TitleState after(TitleState state, TitleEvent... events) {
    TitleState current = state;
    for (TitleEvent event : events) {
      current = TitleWorkflow.apply(current, event).state();
    }
    return current;
  }

  static TitleState encoding() {
    return after(
        initial(),
        new TitleEvent.Submitted(SUBMISSION),
        new TitleEvent.Inspected(1),
        new TitleEvent.Planned(1, PLAN));
  }

  static TitleState soundIsFinished() {
    return after(
        encoding(),
        new TitleEvent.TaskEncoded(TaskRef.audio(0), 1),
        new TitleEvent.TaskPackaged(TaskRef.audio(0), 1));
  }

  static TitleState publishing() {
    return packaged(encoding());
  }

  private static TitleState packaged(TitleState encoding) {
    return after(
        encoding,
        new TitleEvent.TaskEncoded(TaskRef.chunk(0), 1),
        new TitleEvent.TaskEncoded(TaskRef.chunk(1), 1),
        new TitleEvent.TaskEncoded(TaskRef.audio(0), 1),
        new TitleEvent.TaskPackaged(TaskRef.audio(0), 1),
        new TitleEvent.TaskPackaged(TaskRef.chunk(1), 1),
        new TitleEvent.TaskPackaged(TaskRef.chunk(0), 1));
  }

  static TitleState failed() {
    return after(
        encoding(),
        new TitleEvent.TaskFailed(TaskRef.chunk(0), 1, FailureKind.MASTER_DAMAGED, "Broken."));
  }

  /** One title per phase; the one in ENCODING has chunk 0 encoded. */
  static Map<Phase, TitleState> all() {
    Map<Phase, TitleState> all = new EnumMap<>(Phase.class);
    all.put(Phase.NEW, initial());
    all.put(Phase.SUBMITTED, after(initial(), new TitleEvent.Submitted(SUBMISSION)));
    all.put(Phase.INSPECTING, after(all.get(Phase.SUBMITTED), new TitleEvent.InspectionStarted(1)));
    all.put(Phase.PLANNING, after(all.get(Phase.INSPECTING), new TitleEvent.Inspected(1)));
    all.put(
        Phase.AWAITING_START,
        after(
            initial(),
            new TitleEvent.Submitted(AWAITING),
            new TitleEvent.Inspected(1),
            new TitleEvent.Planned(1, PLAN)));
    all.put(Phase.ENCODING, after(encoding(), new TitleEvent.TaskEncoded(TaskRef.chunk(0), 1)));
    all.put(
        Phase.AWAITING_PUBLISH,
        packaged(
            after(
                initial(),
                new TitleEvent.Submitted(HELD_BACK),
                new TitleEvent.Inspected(1),
                new TitleEvent.Planned(1, PLAN))));
    all.put(Phase.PUBLISHING, publishing());
    all.put(Phase.PUBLISHED, after(publishing(), new TitleEvent.Published(1, 1, PUBLICATION)));
    all.put(
        Phase.ROLLING_BACK, after(all.get(Phase.PUBLISHED), new TitleEvent.RollBackRequested(7)));
    all.put(
        Phase.UNPUBLISHING, after(all.get(Phase.PUBLISHED), new TitleEvent.UnpublishRequested(1)));
    all.put(Phase.UNPUBLISHED, after(all.get(Phase.UNPUBLISHING), new TitleEvent.Unpublished(4)));
    all.put(
        Phase.HELD,
        after(
            publishing(),
            new TitleEvent.PublishFailed(1, FailureKind.PACKAGE_INVALID, "A segment is missing.")));
    all.put(Phase.FAILED, failed());
    all.put(Phase.CANCELLED, after(encoding(), new TitleEvent.CancelRequested(1)));
    return all;
  }
}
