package dev.reelway.contracts.fleet;

import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.title.Publication;
import dev.reelway.contracts.title.TitleFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A title as people see it; the whole of it under the title's key on a compacted topic, at each
 * change of phase at once and while it progresses about once a second.
 *
 * @param schema version of this record's JSON form
 * @param titleId the title
 * @param requestId the request document of that submission
 * @param version the submission that it is about
 * @param run the try at it
 * @param tenant whose title it is
 * @param name for people
 * @param master address of the master
 * @param profileName for people
 * @param lane how urgent
 * @param metadata as submitted
 * @param phase where it stands
 * @param queuePosition place among the titles that wait to be admitted, from 1; 0 if it does not
 *     wait
 * @param createdAt first submission, ISO 8601
 * @param updatedAt of this status, ISO 8601
 * @param phases when each phase of this version was entered, in order
 * @param masterSummary the master in one line, empty until it was inspected
 * @param plan once planned
 * @param progress of the tasks
 * @param findings of inspection and plan
 * @param failure why it failed or is held
 * @param published the version that is public
 * @param publishAt when it becomes public, ISO 8601
 * @param unpublishAt when it is taken off, ISO 8601; absent once it was
 * @param fileName what the master was called where it came from
 */
public record TitleStatus(
    int schema,
    String titleId,
    String requestId,
    int version,
    int run,
    String tenant,
    String name,
    String master,
    String profileName,
    Lane lane,
    Map<String, String> metadata,
    Phase phase,
    int queuePosition,
    String createdAt,
    String updatedAt,
    List<Entered> phases,
    String masterSummary,
    Optional<PlanOutline> plan,
    Progress progress,
    List<Finding> findings,
    Optional<TitleFailure> failure,
    Optional<Publication> published,
    Optional<String> publishAt,
    Optional<String> unpublishAt,
    String fileName) {

  /** The current JSON form. */
  public static final int SCHEMA = 1;

  /** Defensive copies; statuses of earlier programs tell no file's name. */
  public TitleStatus {
    fileName = fileName == null ? TitleRequest.lastPart(master) : fileName;
    metadata = Map.copyOf(metadata);
    phases = List.copyOf(phases);
    findings = List.copyOf(findings);
  }

  /** A title whose master is named by its address. */
  public TitleStatus(
      int schema,
      String titleId,
      String requestId,
      int version,
      int run,
      String tenant,
      String name,
      String master,
      String profileName,
      Lane lane,
      Map<String, String> metadata,
      Phase phase,
      int queuePosition,
      String createdAt,
      String updatedAt,
      List<Entered> phases,
      String masterSummary,
      Optional<PlanOutline> plan,
      Progress progress,
      List<Finding> findings,
      Optional<TitleFailure> failure,
      Optional<Publication> published,
      Optional<String> publishAt,
      Optional<String> unpublishAt) {
    this(
        schema,
        titleId,
        requestId,
        version,
        run,
        tenant,
        name,
        master,
        profileName,
        lane,
        metadata,
        phase,
        queuePosition,
        createdAt,
        updatedAt,
        phases,
        masterSummary,
        plan,
        progress,
        findings,
        failure,
        published,
        publishAt,
        unpublishAt,
        TitleRequest.lastPart(master));
  }

  /** When a phase was entered, ISO 8601. */
  public record Entered(Phase phase, String at) {}

  /**
   * How far the tasks are. A chunk is encoded into all rungs at once, so every rung is as far as
   * this.
   *
   * @param tasks in the plan
   * @param encoded of them
   * @param packaged of them
   * @param running encode tasks at work now
   * @param framesDone picture frames encoded, those of running tasks included
   * @param parts work objects so far
   * @param reusedParts of them found instead of encoded
   * @param retries attempts beyond the first of each task
   * @param etaSeconds predicted time to the end, -1 if unknown
   */
  public record Progress(
      int tasks,
      int encoded,
      int packaged,
      int running,
      long framesDone,
      int parts,
      int reusedParts,
      int retries,
      long etaSeconds) {

    /** Nothing yet. */
    public static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0, 0, 0, -1);
  }
}
