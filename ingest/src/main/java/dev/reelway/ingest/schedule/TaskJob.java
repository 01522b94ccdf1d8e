package dev.reelway.ingest.schedule;

import dev.reelway.contracts.failure.ReelwayException;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a task; whatever happens to it, its next time comes. Never twice at once. */
@DisallowConcurrentExecution
final class TaskJob implements Job {

  private static final Logger LOG = LoggerFactory.getLogger(TaskJob.class);

  private final String name;
  private final Runnable work;

  TaskJob(String name, Runnable work) {
    this.name = name;
    this.work = work;
  }

  @Override
  public void execute(JobExecutionContext context) {
    try {
      work.run();
    } catch (ReelwayException e) {
      LOG.warn("The task {} will be tried again at its next time: {}", name, e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("The task {} failed", name, e);
    }
  }
}
