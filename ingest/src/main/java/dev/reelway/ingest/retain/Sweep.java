package dev.reelway.ingest.retain;

import dev.reelway.platform.storage.ObjectStore;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what nothing refers to. May run at any time, on any node, twice at once. */
public final class Sweep {

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  private final ObjectStore store;
  private final Titles titles;
  private final Clock clock;

  /** A sweep of {@code store}, which holds the titles. */
  public Sweep(ObjectStore store, Titles titles, Clock clock) {
    this.store = store;
    this.titles = titles;
    this.clock = clock;
  }

  /** Sweeps by {@code rules} and tells what went. */
  public Removal run(SweepRules rules) {
    Removal removal = new Removal(store, rules.dryRun());
    if (isReady(removal)) {
      new WorkSweep(store, titles, rules, clock.instant()).run(removal);
      new TitleSweep(store, titles, rules, clock.instant()).removeTracks(removal);
      new ErasedTitles(store).sweep(titles, rules.trackAge(), clock.instant(), removal);
    }
    return told("Swept", removal);
  }

  /** Retires all but the newest {@code kept} versions of each title and the public one. */
  public Removal retireVersions(int kept, SweepRules rules) {
    Removal removal = new Removal(store, rules.dryRun());
    if (isReady(removal)) {
      new TitleSweep(store, titles, rules, clock.instant()).retireVersions(kept, removal);
    }
    return told("Retired versions", removal);
  }

  private boolean isReady(Removal removal) {
    if (!titles.isComplete()) {
      removal.problem("Everything is kept: not all titles are known yet.");
    }
    return titles.isComplete();
  }

  private static Removal told(String what, Removal removal) {
    removal.problems().forEach(problem -> LOG.warn("{}: {}", what, problem));
    LOG.info("{}: {} objects, {} bytes", what, removal.objects(), removal.bytes());
    return removal;
  }
}
