package dev.reelway.ingest;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.PlanOutline;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.master.Excerpt;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.SourceFiles;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.ingest.inspect.ExcerptCut;
import dev.reelway.ingest.inspect.MasterReader;
import dev.reelway.ingest.inspect.MasterSummary;
import dev.reelway.ingest.inspect.Retagging;
import dev.reelway.ingest.plan.KeptTracks;
import dev.reelway.ingest.plan.Planner;
import dev.reelway.ingest.plan.ProfileReader;
import dev.reelway.media.MediaEngine;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.storage.ObjectInfo;
import dev.reelway.platform.telemetry.EffortMeter;
import dev.reelway.platform.work.TaskHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** What the ingest role does with tasks: reads masters and makes plans. */
public final class IngestTasks implements TaskHandler {

  private final Documents documents;
  private final Function<TitleRequest, SourceFiles> files;
  private final MediaEngine engine;

  /**
   * A handler.
   *
   * @param documents where requests lie, and inspections and plans are put
   * @param files opens the files of a request
   */
  public IngestTasks(
      Documents documents, Function<TitleRequest, SourceFiles> files, MediaEngine engine) {
    this.documents = documents;
    this.files = files;
    this.engine = engine;
  }

  @Override
  public TaskOutcome run(Task task, LongConsumer progress) throws InterruptedException {
    TaskId id = task.id();
    TitleRequest request =
        documents.read(
            StorageLayout.requestKey(id.titleId(), task.requestId()), TitleRequest.class);
    return switch (id.step()) {
      case INSPECT -> {
        EffortMeter effort = EffortMeter.start();
        TaskOutcome inspected = inspect(id, request, engine.metered(effort), progress);
        yield noting(id, "inspect", effort, inspected);
      }
      case PLAN -> {
        EffortMeter effort = EffortMeter.start();
        yield noting(id, "plan", effort, plan(task, request));
      }
      default ->
          throw new ReelwayException(
              FailureKind.INVARIANT_BROKEN, "The ingest role was given " + id + ".");
    };
  }

  /** Leaves what a step took for the report. */
  private TaskOutcome noting(TaskId id, String step, EffortMeter effort, TaskOutcome outcome) {
    documents.put(StorageLayout.effortKey(id.titleId(), id.version(), step), effort.stop());
    return outcome;
  }

  private TaskOutcome inspect(
      TaskId id, TitleRequest request, MediaEngine metered, LongConsumer progress)
      throws InterruptedException {
    if (request.options().excerpt().isPresent()) {
      return excerpt(id, request.options().excerpt().get());
    }
    try (SourceFiles sources = files.apply(request)) {
      Inspection inspection = new MasterReader(metered).read(sources, request.options(), progress);
      documents.put(StorageLayout.inspectionKey(id.titleId(), id.version()), inspection);
      return new TaskOutcome.Inspected(MasterSummary.of(inspection), inspection.findings());
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE,
          "The master " + request.master() + " cannot be read: " + e.getMessage() + ".",
          e);
    }
  }

  private TaskOutcome excerpt(TaskId id, Excerpt excerpt) {
    Inspection whole =
        documents.read(
            StorageLayout.inspectionKey(excerpt.titleId(), excerpt.version()), Inspection.class);
    Inspection piece = ExcerptCut.of(whole, excerpt);
    documents.put(StorageLayout.inspectionKey(id.titleId(), id.version()), piece);
    return new TaskOutcome.Inspected(MasterSummary.of(piece), piece.findings());
  }

  private TaskOutcome plan(Task task, TitleRequest request) {
    TaskId id = task.id();
    String key = StorageLayout.planKey(id.titleId(), id.version());
    Optional<ObjectInfo> before = documents.head(key);
    Inspection inspection = inspection(id, request);
    Profile profile = ProfileReader.read(request.profileName(), request.ladder());
    String build = task.engineBuild().isEmpty() ? engine.build() : task.engineBuild();
    KeptTracks kept =
        keep(id, Planner.plan(inspection, profile, build, request.options().tolerateDamage()));
    // A planner of an earlier attempt may be late, and of another build: its plan must not replace
    // the one that is being encoded.
    if (!documents.replace(key, before, kept.plan())) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE,
          "Somebody else put a plan of " + id.titleId() + " meanwhile; it is planned again.");
    }
    return new TaskOutcome.Planned(outline(kept.plan()), kept.tasks());
  }

  /** What the inspection found, with what was said of streams since. */
  private Inspection inspection(TaskId id, TitleRequest request) {
    String key = StorageLayout.inspectionKey(id.titleId(), id.version());
    Inspection found = documents.read(key, Inspection.class);
    Inspection told = Retagging.of(found, request.options().streams());
    if (!told.equals(found)) {
      documents.put(key, told);
    }
    return told;
  }

  /** Goes on with the tracks that were finished for an earlier plan. */
  private KeptTracks keep(TaskId id, EncodePlan plan) {
    Optional<EncodePlan> earlier =
        documents.find(StorageLayout.planKey(id.titleId(), id.version()), EncodePlan.class);
    if (earlier.isEmpty()) {
      return KeptTracks.none(plan);
    }
    FinishedTasks finished = new FinishedTasks(documents, id, earlier.get());
    KeptTracks kept = KeptTracks.keep(plan, earlier.get(), finished::has);
    kept.tasks().forEach(task -> finished.handOn(task, plan.engineBuild()));
    return kept;
  }

  private static PlanOutline outline(EncodePlan plan) {
    return new PlanOutline(
        plan.planHash(),
        plan.engineBuild(),
        plan.inspection().durationSeconds().toDouble(),
        plan.chunks().size(),
        plan.audio().size(),
        plan.text().size(),
        plan.chunks().stream().mapToInt(ChunkPlan::frameCount).max().orElse(0),
        plan.chunks().isEmpty() ? 0 : plan.grid().frameCount(),
        plan.rungs().stream().map(RungPlan::name).toList(),
        plan.cost(),
        plan.warnings());
  }
}
