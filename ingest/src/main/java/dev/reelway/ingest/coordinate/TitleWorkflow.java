package dev.reelway.ingest.coordinate;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.title.TitleFailure;
import dev.reelway.ingest.coordinate.TitleEvent.CancelRequested;
import dev.reelway.ingest.coordinate.TitleEvent.CorrectionRequested;
import dev.reelway.ingest.coordinate.TitleEvent.Discarded;
import dev.reelway.ingest.coordinate.TitleEvent.EngineGone;
import dev.reelway.ingest.coordinate.TitleEvent.FlipFailed;
import dev.reelway.ingest.coordinate.TitleEvent.Inspected;
import dev.reelway.ingest.coordinate.TitleEvent.InspectionFailed;
import dev.reelway.ingest.coordinate.TitleEvent.InspectionStarted;
import dev.reelway.ingest.coordinate.TitleEvent.PackagingFailed;
import dev.reelway.ingest.coordinate.TitleEvent.Planned;
import dev.reelway.ingest.coordinate.TitleEvent.PlanningFailed;
import dev.reelway.ingest.coordinate.TitleEvent.PublishFailed;
import dev.reelway.ingest.coordinate.TitleEvent.PublishRequested;
import dev.reelway.ingest.coordinate.TitleEvent.Published;
import dev.reelway.ingest.coordinate.TitleEvent.RetryRequested;
import dev.reelway.ingest.coordinate.TitleEvent.RollBackRequested;
import dev.reelway.ingest.coordinate.TitleEvent.RolledBack;
import dev.reelway.ingest.coordinate.TitleEvent.StartRequested;
import dev.reelway.ingest.coordinate.TitleEvent.Submitted;
import dev.reelway.ingest.coordinate.TitleEvent.TaskEncoded;
import dev.reelway.ingest.coordinate.TitleEvent.TaskFailed;
import dev.reelway.ingest.coordinate.TitleEvent.TaskPackaged;
import dev.reelway.ingest.coordinate.TitleEvent.TaskTimedOut;
import dev.reelway.ingest.coordinate.TitleEvent.UnpublishRequested;
import dev.reelway.ingest.coordinate.TitleEvent.Unpublished;

/**
 * Knows every transition of a title. Pure: no clock, no I/O, no messaging. Events that were seen
 * before, come from an attempt that no longer counts, or do not fit the phase change nothing.
 */
public final class TitleWorkflow {

  private TitleWorkflow() {}

  /** The state after {@code event} and what the host must do now. */
  public static Decision apply(TitleState state, TitleEvent event) {
    if (event instanceof TaskEncoded e) {
      return Tasks.encoded(state, e.task(), e.attempt());
    } else if (event instanceof TaskPackaged e) {
      return Tasks.packaged(state, e.task(), e.attempt());
    } else if (event instanceof TaskFailed e) {
      return Tasks.encodeFailed(
          state, e.task(), e.attempt(), new TitleFailure(e.kind(), e.message()));
    } else if (event instanceof TaskTimedOut e) {
      return Tasks.encodeFailed(state, e.task(), e.attempt(), silent(e));
    } else if (event instanceof PackagingFailed e) {
      return Tasks.packagingFailed(
          state, e.task(), e.attempt(), new TitleFailure(e.kind(), e.message()));
    }
    return applyToStage(state, event);
  }

  private static Decision applyToStage(TitleState state, TitleEvent event) {
    if (event instanceof InspectionStarted e) {
      return Stages.inspectionStarted(state, e.attempt());
    } else if (event instanceof Inspected e) {
      return Stages.inspected(state, e.attempt());
    } else if (event instanceof InspectionFailed e) {
      return Stages.inspectionFailed(state, e.attempt(), new TitleFailure(e.kind(), e.message()));
    } else if (event instanceof Planned e) {
      return Stages.planned(state, e.attempt(), e.plan(), e.finished());
    } else if (event instanceof PlanningFailed e) {
      return Stages.planningFailed(state, e.attempt(), new TitleFailure(e.kind(), e.message()));
    } else if (event instanceof Published e) {
      return Publishing.published(state, e.version(), e.publication());
    } else if (event instanceof PublishFailed e) {
      return Publishing.failed(state, e.attempt(), new TitleFailure(e.kind(), e.message()));
    }
    return applyWish(state, event);
  }

  private static Decision applyWish(TitleState state, TitleEvent event) {
    if (event instanceof Submitted e) {
      return Wishes.submitted(state, e.submission());
    } else if (event instanceof StartRequested e) {
      return Wishes.start(state, e.version());
    } else if (event instanceof CorrectionRequested e) {
      return Wishes.correct(state, e.submission());
    } else if (event instanceof RetryRequested e) {
      return Wishes.retry(state, e.run());
    } else if (event instanceof CancelRequested e) {
      return Wishes.cancel(state, e.version());
    } else if (event instanceof PublishRequested e) {
      return Wishes.publish(state, e.version(), e.force());
    } else if (event instanceof EngineGone e) {
      return Wishes.planAgain(state, e.engineBuild());
    } else if (event instanceof Discarded e) {
      return Endings.discarded(state, e.number());
    }
    return applyToPublic(state, event);
  }

  private static Decision applyToPublic(TitleState state, TitleEvent event) {
    if (event instanceof RollBackRequested e) {
      return Flips.rollBack(state, e.targetVersion());
    } else if (event instanceof UnpublishRequested e) {
      return Flips.unpublish(state, e.version());
    } else if (event instanceof RolledBack e) {
      return Flips.rolledBack(state, e.attempt(), e.publication());
    } else if (event instanceof Unpublished e) {
      return Flips.unpublished(state, e.attempt());
    } else if (event instanceof FlipFailed e) {
      return Flips.failed(state, e.attempt(), new TitleFailure(e.kind(), e.message()));
    }
    throw new IllegalArgumentException("an event without a rule: " + event);
  }

  private static TitleFailure silent(TaskTimedOut event) {
    return new TitleFailure(
        FailureKind.ENCODER_STALLED,
        "The worker of %s fell silent.".formatted(event.task().words()));
  }
}
