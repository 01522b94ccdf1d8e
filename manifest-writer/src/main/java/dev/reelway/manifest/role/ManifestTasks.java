package dev.reelway.manifest.role;

import dev.reelway.conformance.rule.VerdictDocument;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.title.Publication;
import dev.reelway.contracts.title.Stamps;
import dev.reelway.contracts.title.TitleReport;
import dev.reelway.contracts.work.BrokenRule;
import dev.reelway.contracts.work.Effort;
import dev.reelway.contracts.work.PackagedTask;
import dev.reelway.manifest.assemble.PresentationAssembler;
import dev.reelway.manifest.gate.KeptStamps;
import dev.reelway.manifest.gate.PublishGate;
import dev.reelway.manifest.publish.Gate;
import dev.reelway.manifest.publish.PublicPoster;
import dev.reelway.manifest.publish.Publisher;
import dev.reelway.manifest.publish.TitleVersions;
import dev.reelway.manifest.report.ReportInput;
import dev.reelway.manifest.report.Reports;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.StoredObject;
import dev.reelway.platform.telemetry.EffortMeter;
import dev.reelway.platform.work.TaskHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a manifest writer does with tasks: everything that changes what is public. */
public final class ManifestTasks implements TaskHandler, AutoCloseable {

  /** A title of three hours has hundreds of results; one after the other would cost seconds. */
  private static final int PARALLEL_READS = 16;

  private static final int REPORT_SECONDS = 5;
  private static final Logger LOG = LoggerFactory.getLogger(ManifestTasks.class);

  private final Documents documents;
  private final UploadedSidecars sidecars;
  private final ExecutorService readers = Executors.newFixedThreadPool(PARALLEL_READS);

  /**
   * A handler that reads results from and publishes to the store of {@code documents}.
   *
   * @param bucket what addresses call that store
   */
  public ManifestTasks(Documents documents, String bucket) {
    this.documents = documents;
    this.sidecars = new UploadedSidecars(documents, bucket);
  }

  @Override
  public TaskOutcome run(Task task, LongConsumer progress) throws InterruptedException {
    TaskId id = task.id();
    TitleVersions versions = new TitleVersions(documents.store(), layout(id));
    switch (id.step()) {
      case PUBLISH -> {
        return published(id, publish(task));
      }
      case ROLL_BACK -> {
        int target = task.targetVersion();
        return published(
            id, rollBack(id, target > 0 ? target : versions.newestPublished().orElse(target)));
      }
      case UNPUBLISH -> versions.unpublish();
      case DISCARD -> discard(id, versions);
      case ERASE -> erase(id, versions);
      default ->
          throw new ReelwayException(
              FailureKind.INVARIANT_BROKEN, "The manifest writer was given " + id + ".");
    }
    return new TaskOutcome.Done();
  }

  /** What people chose as the poster outlives versions. */
  private TaskOutcome published(TaskId id, Publication publication) {
    Optional<StoredObject> chosen =
        documents.store().get(StorageLayout.chosenPosterKey(id.titleId()));
    if (chosen.isPresent()) {
      try (StoredObject object = chosen.get()) {
        new PublicPoster(documents.store(), layout(id)).put(object.readAllBytes());
      }
    }
    return new TaskOutcome.Published(publication);
  }

  private Publication publish(Task task) throws InterruptedException {
    TaskId id = task.id();
    EffortMeter effort = EffortMeter.start();
    EncodePlan plan =
        documents.read(StorageLayout.planKey(id.titleId(), id.version()), EncodePlan.class);
    List<PackagedTask> tasks = results(id, plan);
    Presentation presentation =
        PresentationAssembler.assemble(
            plan, tasks.stream().flatMap(done -> done.segments().stream()).toList());
    TitleReport outcome = TitleReport.of(presentation, tasks);
    List<BrokenRule> before = tasks.stream().flatMap(t -> t.brokenRules().stream()).toList();
    KeptStamps kept = new KeptStamps(documents.store(), layout(id));
    Stamps stamps = Stamps.of(tasks).over(kept.all());
    AtomicReference<VerdictDocument> verdict = new AtomicReference<>();
    Publication publication =
        Publisher.publish(
            documents.store(),
            layout(id),
            plan,
            presentation,
            gate(id, outcome, stamps, before, task.force(), verdict::set));
    kept.put(publication.version(), stamps);
    documents.put(layout(id).versionPresentationKey(publication.version()), outcome);
    report(task, publication.version(), plan, outcome, tasks, verdict.get(), effort.stop());
    return publication;
  }

  /** A gate that leaves its verdict among the documents of the submission. */
  private Gate gate(
      TaskId id,
      TitleReport outcome,
      Stamps stamps,
      List<BrokenRule> before,
      boolean force,
      Consumer<VerdictDocument> verdicts) {
    return new PublishGate(
        documents.store(),
        layout(id),
        outcome,
        stamps,
        before,
        force,
        verdict -> {
          documents.put(StorageLayout.verdictKey(id.titleId(), id.version()), verdict);
          verdicts.accept(verdict);
        });
  }

  // The version is public already. What keeps the report waiting keeps nobody else.
  private void report(
      Task task,
      int version,
      EncodePlan plan,
      TitleReport outcome,
      List<PackagedTask> tasks,
      VerdictDocument verdict,
      Effort publishing)
      throws InterruptedException {
    TaskId id = task.id();
    Future<?> written =
        readers.submit(
            () ->
                new Reports(documents.store(), layout(id))
                    .write(
                        new ReportInput(
                            name(task),
                            version,
                            plan,
                            outcome,
                            tasks,
                            effort(id, "inspect"),
                            effort(id, "plan"),
                            Optional.of(publishing),
                            Optional.of(verdict))));
    try {
      written.get(REPORT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      LOG.info("The report of {} version {} comes later.", id.titleId(), version);
    } catch (ExecutionException e) {
      LOG.warn("The report of {} version {} was not written.", id.titleId(), version, e);
    }
  }

  /** What people call the title. */
  private String name(Task task) {
    String id = task.id().titleId();
    return documents
        .find(StorageLayout.requestKey(id, task.requestId()), TitleRequest.class)
        .map(TitleRequest::name)
        .filter(name -> !name.isBlank())
        .orElse(id);
  }

  private Optional<Effort> effort(TaskId id, String step) {
    return documents.find(StorageLayout.effortKey(id.titleId(), id.version(), step), Effort.class);
  }

  private List<PackagedTask> results(TaskId id, EncodePlan plan) throws InterruptedException {
    List<Future<PackagedTask>> reads =
        plan.tasks()
            .map(
                task ->
                    StorageLayout.packagedKey(id.titleId(), id.version(), plan.engineBuild(), task))
            .map(key -> readers.submit(() -> documents.read(key, PackagedTask.class)))
            .toList();
    List<PackagedTask> results = new ArrayList<>();
    for (Future<PackagedTask> read : reads) {
      results.add(result(read));
    }
    return results;
  }

  private static PackagedTask result(Future<PackagedTask> read) throws InterruptedException {
    try {
      return read.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ReelwayException known) {
        throw known;
      }
      throw new ReelwayException(
          FailureKind.INVARIANT_BROKEN, "A result cannot be read: " + e.getCause() + ".", e);
    }
  }

  private Publication rollBack(TaskId id, int version) {
    StorageLayout layout = layout(id);
    EncodePlan plan =
        documents
            .find(layout.versionPlanKey(version), EncodePlan.class)
            .orElseThrow(() -> unknown(id, version));
    TitleReport report =
        documents
            .find(layout.versionPresentationKey(version), TitleReport.class)
            .orElseThrow(() -> unknown(id, version));
    return Publisher.publish(
        documents.store(),
        layout,
        plan,
        report.presentation(),
        gate(
            id,
            report,
            new KeptStamps(documents.store(), layout).all(),
            List.of(),
            false,
            verdict -> {}));
  }

  private static ReelwayException unknown(TaskId id, int version) {
    return new ReelwayException(
        FailureKind.USAGE_INVALID,
        "The title '%s' has no published version %d.".formatted(id.titleId(), version));
  }

  /** What a given-up submission left; its request, inspection and plan stay for a retry. */
  private void discard(TaskId id, TitleVersions versions) {
    versions.deleteNeverPublished();
    versions.deleteUnreferencedTracks();
    delete(StorageLayout.encodedPrefix(id.titleId(), id.version()));
    delete(StorageLayout.packagedPrefix(id.titleId(), id.version()));
  }

  /** Players lose the title first; documents go last, so that a repetition knows what to do. */
  private void erase(TaskId id, TitleVersions versions) {
    versions.unpublish();
    delete(layout(id).titlePrefix());
    delete(StorageLayout.mastersPrefix(id.titleId()));
    sidecars.delete(id.titleId());
    delete(StorageLayout.jobPrefix(id.titleId()));
  }

  private void delete(String prefix) {
    ObjectStore store = documents.store();
    store.list(prefix).forEach(object -> store.delete(object.key()));
  }

  private static StorageLayout layout(TaskId id) {
    return StorageLayout.ofTitle(id.titleId());
  }

  @Override
  public void close() {
    readers.shutdownNow();
  }
}
