package dev.reelway.cli.encode;

import dev.reelway.cli.master.MasterFile;
import dev.reelway.conformance.rule.VerdictDocument;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.ChunkKeys;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.title.Publication;
import dev.reelway.contracts.title.Stamps;
import dev.reelway.contracts.title.TitleReport;
import dev.reelway.contracts.work.Effort;
import dev.reelway.contracts.work.EncodedChunk;
import dev.reelway.contracts.work.PackagedTask;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.ingest.plan.Planner;
import dev.reelway.manifest.assemble.PresentationAssembler;
import dev.reelway.manifest.gate.KeptStamps;
import dev.reelway.manifest.gate.PublishGate;
import dev.reelway.manifest.publish.PublicPoster;
import dev.reelway.manifest.publish.Publisher;
import dev.reelway.manifest.report.ReportInput;
import dev.reelway.manifest.report.Reports;
import dev.reelway.media.MediaEngine;
import dev.reelway.packager.PackagedChunk;
import dev.reelway.packager.Packager;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.PutOptions;
import dev.reelway.platform.storage.StoredObject;
import dev.reelway.platform.telemetry.EffortMeter;
import dev.reelway.transcode.PublishedTracks;
import dev.reelway.transcode.PublishedVersions;
import dev.reelway.transcode.Transcoder;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;

/** The steps of one title on this machine, from a master to the place it goes. */
final class LocalTitle implements TitleSteps, AutoCloseable {

  private final EncodeRequest request;
  private final MediaEngine engine;
  private final EncodeProgress progress;
  private final MasterFile master;
  private final StorageLayout layout = StorageLayout.ofFolder();

  private final Map<TaskRef, EncodedChunk> encoded = new ConcurrentHashMap<>();

  /** In one order, however the tasks ended: the report adds up floating-point numbers. */
  private final Map<TaskRef, PackagedTask> packaged =
      new ConcurrentSkipListMap<>(
          Comparator.comparing(TaskRef::kind).thenComparingInt(TaskRef::number));

  private volatile EncodePlan plan;
  private volatile Output output;
  private volatile TitleReport report;
  private volatile PublishedTracks published = PublishedTracks.NONE;
  private volatile Optional<Effort> inspecting = Optional.empty();
  private volatile Optional<Effort> planning = Optional.empty();
  private volatile Optional<String> reportPage = Optional.empty();

  LocalTitle(EncodeRequest request, MediaEngine engine, EncodeProgress progress) {
    this.request = request;
    this.engine = engine;
    this.progress = progress;
    this.master = MasterFile.open(request.master(), request.options(), request.storage());
  }

  @Override
  public void inspect() throws InterruptedException {
    EffortMeter effort = EffortMeter.start();
    request.out().check();
    progress.inspected(master.inspect(engine.metered(effort), request.options()));
    inspecting = Optional.of(effort.stop());
  }

  @Override
  public EncodePlan plan() {
    EffortMeter effort = EffortMeter.start();
    plan =
        Planner.plan(
            master.inspection(),
            request.profile(),
            engine.build(),
            request.options().tolerateDamage(),
            request.poster().seconds());
    output = request.out().take();
    output.requireFreeFor(plan, request.replace());
    report = output.publishedVersionOf(plan).map(this::readReport).orElse(null);
    published = new PublishedVersions(output.store(), layout).tracksOf(plan);
    progress.planned(plan);
    planning = Optional.of(effort.stop());
    return plan;
  }

  @Override
  public void encode(TaskRef task, boolean fresh) throws InterruptedException {
    if (report != null) {
      return; // this very title is there already
    }
    Transcoder transcoder =
        new Transcoder(engine, output.store(), layout, output.scratch(), request.score());
    Map<String, String> keys = ChunkKeys.of(plan, task);
    if (fresh) {
      transcoder.forget(keys.values());
    }
    PublishedTracks there = fresh ? PublishedTracks.NONE : published;
    encoded.put(
        task,
        there.complete(plan, task, keys.keySet(), rest -> encode(transcoder, rest, task, keys)));
    progress.encoded(task, encoded.get(task));
  }

  private EncodedChunk encode(
      Transcoder transcoder, EncodePlan rest, TaskRef task, Map<String, String> keys)
      throws InterruptedException {
    try {
      return transcoder.encode(
          rest, task, keys, master.files(), count -> progress.encoding(task, count));
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE,
          "The files of the title cannot be read: " + e.getMessage() + ".",
          e);
    }
  }

  @Override
  public void packageTask(TaskRef task) {
    if (report == null) {
      EffortMeter effort = EffortMeter.start();
      EncodedChunk chunk = encoded.get(task);
      PackagedChunk made = new Packager(output.store(), layout).packageChunk(chunk);
      packaged.put(task, PackagedTask.of(chunk, made.tracks(), made.brokenRules(), effort.stop()));
    }
    progress.packaged(task);
  }

  @Override
  public Publication publish() {
    EffortMeter effort = EffortMeter.start();
    TitleReport outcome = report != null ? report : outcome();
    KeptStamps kept = new KeptStamps(output.store(), layout);
    Stamps stamps = Stamps.of(packaged.values()).over(kept.all());
    AtomicReference<VerdictDocument> verdict = new AtomicReference<>();
    Publication publication =
        Publisher.publish(
            output.store(),
            layout,
            plan,
            outcome.presentation(),
            new PublishGate(
                output.store(),
                layout,
                outcome,
                stamps,
                packaged.values().stream().flatMap(t -> t.brokenRules().stream()).toList(),
                request.force(),
                verdict::set));
    request.poster().jpeg().ifPresent(new PublicPoster(output.store(), layout)::put);
    kept.put(publication.version(), stamps);
    if (report == null) {
      report = outcome;
      String key = layout.versionPresentationKey(publication.version());
      output.store().put(key, ObjectBody.ofBytes(Json.writePretty(report)), PutOptions.forKey(key));
      writeReport(publication.version(), verdict.get(), effort.stop());
    }
    output.keepOnly(publication.version());
    output.removeWork();
    return publication;
  }

  private TitleReport outcome() {
    Presentation presentation =
        PresentationAssembler.assemble(
            plan, packaged.values().stream().flatMap(t -> t.segments().stream()).toList());
    return TitleReport.of(presentation, packaged.values());
  }

  private void writeReport(int version, VerdictDocument verdict, Effort publishing) {
    ReportInput input =
        new ReportInput(
            plan.inspection().master().name(),
            version,
            plan,
            report,
            List.copyOf(packaged.values()),
            inspecting,
            planning,
            Optional.of(publishing),
            Optional.of(verdict));
    reportPage = new Reports(output.store(), layout).write(input);
  }

  /** Key of the page that tells how the title came out, if there is one. */
  Optional<String> reportPage() {
    return reportPage;
  }

  @Override
  public void discardUnpublished() {
    if (output != null) {
      output.discardUnpublished();
    }
  }

  /** Removes everything that a title which can never be made has left. */
  void removeWork() {
    if (output != null) {
      output.removeWork();
    }
  }

  /** Whether finished chunks, of this run or an earlier one, wait for another run. */
  boolean hasFinishedChunks() {
    return output != null && output.holdsChunks();
  }

  EncodePlan madePlan() {
    return plan;
  }

  TitleReport report() {
    return report;
  }

  private TitleReport readReport(int version) {
    String key = layout.versionPresentationKey(version);
    Optional<StoredObject> found = output.store().get(key);
    if (found.isEmpty()) {
      return null; // published, but killed before the report: made again from the same chunks
    }
    try (StoredObject object = found.get()) {
      return Json.read(object.readAllBytes(), TitleReport.class, key);
    }
  }

  @Override
  public void close() {
    master.close();
    if (output != null) {
      output.close();
    }
  }
}
