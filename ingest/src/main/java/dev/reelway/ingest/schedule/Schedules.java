package dev.reelway.ingest.schedule;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.utils.DBConnectionManager;

/**
 * Runs tasks by the clock. When each is due lies in a database: a restart neither forgets nor
 * doubles one, and of several instances that share the database one runs it.
 */
public final class Schedules implements AutoCloseable {

  private static final String GROUP = "reelway";

  private final Scheduler scheduler;
  private final ScheduleDatabase database;

  private Schedules(Scheduler scheduler, ScheduleDatabase database) {
    this.scheduler = scheduler;
    this.database = database;
  }

  /**
   * Starts to run {@code tasks}. A new one is due at once, a known one when it would have been, or
   * at once if that is past; tasks that are no longer wanted are forgotten.
   *
   * @param folder where the schedule's file lies, unless a database is configured
   * @throws ReelwayException {@code STORAGE_UNAVAILABLE} if the database cannot be used
   */
  public static Schedules start(ScheduleConfig config, Path folder, List<ScheduledTask> tasks) {
    ScheduleDatabase database = ScheduleDatabase.of(config, folder);
    database.initialize();
    try {
      Scheduler scheduler = scheduler(database);
      Map<String, ScheduledTask> byName =
          tasks.stream().collect(Collectors.toMap(ScheduledTask::name, Function.identity()));
      scheduler.setJobFactory(
          (bundle, source) -> {
            String name = bundle.getJobDetail().getKey().getName();
            ScheduledTask task = byName.get(name);
            return new TaskJob(name, task == null ? () -> {} : task.work());
          });
      forgetAllBut(byName.keySet(), scheduler);
      for (ScheduledTask task : tasks) {
        schedule(task, scheduler);
      }
      scheduler.start();
      return new Schedules(scheduler, database);
    } catch (SchedulerException e) {
      throw failure(e);
    }
  }

  private static Scheduler scheduler(ScheduleDatabase database) throws SchedulerException {
    // Quartz finds data sources and schedulers by name in this process; these are nobody else's.
    String dataSource = "reelway-" + UUID.randomUUID();
    DBConnectionManager.getInstance().addConnectionProvider(dataSource, database);
    Properties properties = new Properties();
    properties.put("org.quartz.scheduler.instanceName", "reelway");
    properties.put("org.quartz.scheduler.instanceId", "AUTO");
    properties.put("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.put("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
    properties.put("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    properties.put("org.quartz.threadPool.threadCount", "4");
    properties.put("org.quartz.threadPool.makeThreadsDaemons", "true");
    properties.put("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
    properties.put("org.quartz.jobStore.driverDelegateClass", database.delegate());
    properties.put("org.quartz.jobStore.useProperties", "true");
    properties.put("org.quartz.jobStore.dataSource", dataSource);
    properties.put("org.quartz.jobStore.misfireThreshold", "5000");
    properties.put("org.quartz.jobStore.isClustered", Boolean.toString(database.isShared()));
    return new StdSchedulerFactory(properties).getScheduler();
  }

  private static void forgetAllBut(Set<String> names, Scheduler scheduler)
      throws SchedulerException {
    for (JobKey key : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
      if (!names.contains(key.getName())) {
        scheduler.deleteJob(key);
      }
    }
  }

  private static void schedule(ScheduledTask task, Scheduler scheduler) throws SchedulerException {
    Trigger known = scheduler.getTrigger(TriggerKey.triggerKey(task.name(), GROUP));
    if (known instanceof SimpleTrigger simple
        && simple.getRepeatInterval() == task.every().toMillis()) {
      return;
    }
    JobDetail job =
        JobBuilder.newJob(TaskJob.class)
            .withIdentity(task.name(), GROUP)
            .requestRecovery(true)
            .build();
    scheduler.scheduleJob(job, Set.of(trigger(task)), true);
  }

  private static Trigger trigger(ScheduledTask task) {
    return TriggerBuilder.newTrigger()
        .withIdentity(task.name(), GROUP)
        .startNow()
        .withSchedule(
            SimpleScheduleBuilder.simpleSchedule()
                .withIntervalInMilliseconds(task.every().toMillis())
                .repeatForever()
                .withMisfireHandlingInstructionNowWithExistingCount())
        .build();
  }

  /** When a task is due next. */
  Optional<Instant> due(String task) {
    try {
      return Optional.ofNullable(scheduler.getTrigger(TriggerKey.triggerKey(task, GROUP)))
          .map(trigger -> trigger.getNextFireTime().toInstant());
    } catch (SchedulerException e) {
      throw failure(e);
    }
  }

  /** Waits for tasks that run, then gives the database back. */
  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      throw failure(e);
    } finally {
      database.shutdown();
    }
  }

  private static ReelwayException failure(SchedulerException e) {
    return new ReelwayException(
        FailureKind.STORAGE_UNAVAILABLE, "The schedule cannot be used: " + e.getMessage(), e);
  }
}
