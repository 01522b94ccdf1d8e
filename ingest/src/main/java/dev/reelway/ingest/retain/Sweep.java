package dev.reelway.ingest.retain;

import dev.reelway.platform.storage.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what nothing refers to. May run at any time, on any node, twice at once. */
public final class Sweep {

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  // A title that was accepted just now is on its way to the workflow.
  private static final Duration ON_ITS_WAY = Duration.ofMinutes(10);

  private final ObjectStore store;
  private final Titles titles;
  private final Clock clock;
  private volatile boolean allFound;

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
      return false;
    }
    // Once is enough: what this process has read it does not forget.
    allFound = allFound || TitleFolders.each(store, folder -> isKnown(folder, removal));
    return allFound;
  }

  // After a loss of Kafka's data nothing is known of titles whose work recovery would reuse.
  private boolean isKnown(TitleFolders.Folder folder, Removal removal) {
    boolean known =
        titles.find(folder.titleId()).isPresent()
            || folder
                .lastRequestAt()
                .filter(asked -> asked.isBefore(clock.instant().minus(ON_ITS_WAY)))
                .isEmpty()
            || new ErasedTitles(store).isErased(folder);
    if (!known) {
      removal.problem(
          "Everything is kept: the workflow does not know the title '%s'; run 'reelway recover'."
              .formatted(folder.titleId()));
    }
    return known;
  }

  private static Removal told(String what, Removal removal) {
    removal.problems().forEach(problem -> LOG.warn("{}: {}", what, problem));
    if (removal.objects() > 0) {
      LOG.info("{}: {} objects, {} bytes", what, removal.objects(), removal.bytes());
    }
    return removal;
  }
}
