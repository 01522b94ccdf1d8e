package dev.reelway.ingest.schedule;

import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.ingest.accept.TitleSender;
import dev.reelway.ingest.accept.Trials;
import dev.reelway.ingest.retain.Sweep;
import dev.reelway.ingest.retain.SweepRules;
import dev.reelway.ingest.retain.Titles;
import dev.reelway.ingest.watch.WatchFolder;
import dev.reelway.ingest.watch.WatchFolders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that an ingest instance does by the clock. */
public final class Housekeeping {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration STALLED_EVERY = Duration.ofMinutes(1);
  private static final Duration TRIALS_EVERY = Duration.ofMinutes(10);

  /** How long somebody may look at a trial. */
  static final Duration TRIALS_KEPT = Duration.ofDays(1);

  private final ScheduleConfig config;
  private final Titles titles;
  private final TitleSender sender;
  private final Clock clock;
  private final StalledTitles stalled;

  /**
   * @param config how often
   * @param titles as they stand
   * @param sender tells the workflow
   * @param clock says what is due
   */
  public Housekeeping(ScheduleConfig config, Titles titles, TitleSender sender, Clock clock) {
    this.config = config;
    this.titles = titles;
    this.sender = sender;
    this.clock = clock;
    this.stalled = new StalledTitles(config.stalledAfter());
  }

  /**
   * The tasks.
   *
   * @param sweep removes what nothing refers to
   * @param folders are looked at
   * @param abandonedUploads removes uploads without progress and returns how many
   */
  public List<ScheduledTask> tasks(
      Sweep sweep, WatchFolders folders, IntSupplier abandonedUploads) {
    SweepRules rules = rules();
    Stream<ScheduledTask> always =
        Stream.of(
            new ScheduledTask("due-dates", config.dueEvery(), this::sendDue),
            new ScheduledTask("trials", TRIALS_EVERY, this::removeTrials),
            new ScheduledTask("stalled-titles", STALLED_EVERY, this::reportStalled),
            new ScheduledTask("sweep", config.sweepEvery(), () -> sweep.run(rules)),
            new ScheduledTask(
                "old-versions",
                config.sweepEvery(),
                () -> sweep.retireVersions(config.keepVersions(), rules)),
            new ScheduledTask(
                "abandoned-uploads",
                config.sweepEvery(),
                () -> tellRemoved(abandonedUploads.getAsInt())));
    List<ScheduledTask> tasks = new ArrayList<>(always.toList());
    for (WatchFolder folder : folders.folders()) {
      tasks.add(
          new ScheduledTask(
              "watch-" + folder.name(), folder.every(), () -> folders.look(folder.name())));
    }
    return tasks;
  }

  /** How the schedule sweeps. */
  public SweepRules rules() {
    return new SweepRules(
        config.workKeep(), config.workGrace(), SweepRules.USUAL.trackAge(), false);
  }

  /** Titles that make no progress now; a gauge. */
  public long stalledTitles() {
    synchronized (stalled) {
      return stalled.count(clock.instant());
    }
  }

  private static void tellRemoved(int uploads) {
    if (uploads > 0) {
      LOG.info("Removed {} abandoned uploads", uploads);
    }
  }

  void sendDue() {
    for (TitleStatus title : titles.all()) {
      DueDates.due(title, clock.instant())
          .ifPresent(message -> sender.send(title.titleId(), message));
    }
  }

  void removeTrials() {
    Instant old = clock.instant().minus(TRIALS_KEPT);
    for (TitleStatus title : titles.all()) {
      if (Trials.of(title).isPresent() && Instant.parse(title.createdAt()).isBefore(old)) {
        sender.send(title.titleId(), new TitleMessage.Erase());
      }
    }
  }

  void reportStalled() {
    List<TitleStatus> found;
    synchronized (stalled) {
      found = stalled.look(titles.all(), clock.instant());
    }
    for (TitleStatus title : found) {
      LOG.warn(
          "The title '{}' ({}) makes no progress in phase {} since {}",
          title.titleId(),
          title.name(),
          title.phase(),
          title.updatedAt());
      sender.send(title.titleId(), new TitleMessage.Probe(UUID.randomUUID().toString()));
    }
  }
}
