package dev.reelway.ingest.recover;

import dev.reelway.ingest.accept.Maintenance;
import dev.reelway.ingest.accept.TitleSender;
import dev.reelway.ingest.retain.Removal;
import dev.reelway.ingest.retain.Sweep;
import dev.reelway.ingest.retain.SweepRules;
import dev.reelway.ingest.retain.Titles;
import dev.reelway.platform.storage.ObjectStore;

/** What operators start by hand. */
public final class MaintenanceService implements Maintenance {

  private final ObjectStore store;
  private final Titles titles;
  private final TitleSender sender;
  private final Sweep sweep;
  private final SweepRules rules;

  /**
   * @param rules as the schedule sweeps; by hand it goes at once
   */
  public MaintenanceService(
      ObjectStore store, Titles titles, TitleSender sender, Sweep sweep, SweepRules rules) {
    this.store = store;
    this.titles = titles;
    this.sender = sender;
    this.sweep = sweep;
    this.rules = rules;
  }

  @Override
  public Swept sweep(boolean dryRun) {
    Removal removal = sweep.run(rules.atOnce(dryRun));
    return new Swept(dryRun, removal.objects(), removal.bytes(), removal.examples());
  }

  @Override
  public Recovered recover() {
    return Recovery.run(store, titles, sender);
  }
}
