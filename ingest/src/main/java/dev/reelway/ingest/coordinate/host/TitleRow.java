package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.PlanOutline;
import dev.reelway.contracts.fleet.TitleStatus.Entered;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.coordinate.TitleState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a title beside its request: the workflow's state and what only people need.
 *
 * @param state the workflow's
 * @param requestId the request that is being made or was made last
 * @param createdAt first submission, ISO 8601
 * @param phases of this version, in order
 * @param masterSummary the master in one line
 * @param findings of the inspection
 * @param plan once planned
 * @param parts work objects so far, since encoding began
 * @param reusedParts of them found instead of encoded
 * @param retries attempts beyond the first of each task
 * @param encodingSince when it was admitted, in ms since 1970; 0 unless it is being encoded
 * @param erasing whether everything of it is to be removed
 */
record TitleRow(
    TitleState state,
    String requestId,
    String createdAt,
    List<Entered> phases,
    String masterSummary,
    List<Finding> findings,
    Optional<PlanOutline> plan,
    int parts,
    int reusedParts,
    int retries,
    long encodingSince,
    boolean erasing) {

  /**
   * So many phases of one version are told; a version that goes round and round loses the oldest.
   */
  private static final int MAX_PHASES = 40;

  /** A correction may end this; what is left of it comes with the plan. */
  private static final String LANGUAGE_MISSING = FindingCode.LANGUAGE_MISSING.code();

  static TitleRow initial(String titleId, String requestId, String now) {
    return new TitleRow(
        TitleState.initial(titleId),
        requestId,
        now,
        List.of(),
        "",
        List.of(),
        Optional.empty(),
        0,
        0,
        0,
        0,
        false);
  }

  /** The same title with another submission, of which nothing is known yet. */
  TitleRow forRequest(String newRequestId) {
    return new TitleRow(
        state,
        newRequestId,
        createdAt,
        List.of(),
        "",
        List.of(),
        Optional.empty(),
        0,
        0,
        0,
        0,
        erasing);
  }

  /** The same version by another submission: the master is the same, its plan is still to come. */
  TitleRow corrected(String newRequestId) {
    return new TitleRow(
        state,
        newRequestId,
        createdAt,
        phases,
        masterSummary,
        findings.stream().filter(f -> !f.code().equals(LANGUAGE_MISSING)).toList(),
        Optional.empty(),
        0,
        0,
        retries,
        0,
        erasing);
  }

  /** What was made is counted anew whenever encoding begins. */
  TitleRow withState(TitleState value, String now) {
    if (value.equals(state)) {
      return this;
    }
    boolean isSamePhase = value.phase() == state.phase();
    boolean begins = value.phase() == Phase.ENCODING && !isSamePhase;
    return new TitleRow(
        value,
        requestId,
        createdAt,
        isSamePhase ? phases : entered(value.phase(), now),
        masterSummary,
        findings,
        plan,
        begins ? 0 : parts,
        begins ? 0 : reusedParts,
        retries,
        isSamePhase ? encodingSince : 0,
        erasing);
  }

  private List<Entered> entered(Phase phase, String now) {
    List<Entered> all = new ArrayList<>(phases);
    all.add(new Entered(phase, now));
    return List.copyOf(all.subList(Math.max(0, all.size() - MAX_PHASES), all.size()));
  }

  TitleRow withInspection(String summary, List<Finding> found) {
    return new TitleRow(
        state,
        requestId,
        createdAt,
        phases,
        summary,
        List.copyOf(found),
        plan,
        parts,
        reusedParts,
        retries,
        encodingSince,
        erasing);
  }

  TitleRow withPlan(PlanOutline value) {
    return new TitleRow(
        state,
        requestId,
        createdAt,
        phases,
        masterSummary,
        findings,
        Optional.of(value),
        parts,
        reusedParts,
        retries,
        encodingSince,
        erasing);
  }

  TitleRow counting(int moreParts, int moreReused, int moreRetries) {
    return new TitleRow(
        state,
        requestId,
        createdAt,
        phases,
        masterSummary,
        findings,
        plan,
        parts + moreParts,
        reusedParts + moreReused,
        retries + moreRetries,
        encodingSince,
        erasing);
  }

  TitleRow withEncodingSince(long value) {
    return new TitleRow(
        state,
        requestId,
        createdAt,
        phases,
        masterSummary,
        findings,
        plan,
        parts,
        reusedParts,
        retries,
        value,
        erasing);
  }

  TitleRow beingErased() {
    return new TitleRow(
        state,
        requestId,
        createdAt,
        phases,
        masterSummary,
        findings,
        plan,
        parts,
        reusedParts,
        retries,
        encodingSince,
        true);
  }
}
