package dev.reelway.ingest;

import dev.reelway.ingest.accept.http.HttpConfig;
import dev.reelway.ingest.accept.upload.UploadLimits;
import dev.reelway.ingest.notify.WebhookConfig;
import dev.reelway.ingest.schedule.ScheduleConfig;
import dev.reelway.ingest.watch.WatchFolder;
import dev.reelway.platform.config.DataSize;
import dev.reelway.platform.config.Limits;
import dev.reelway.platform.role.ExecutorConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Section {@code ingest}.
 *
 * @param executor how masters are inspected
 * @param http how the API listens
 * @param folder for files of this instance: schedules and the workflow's lock
 * @param titlesInFlight how many titles are encoded at a time; each tenant may always have one
 * @param workSpace room for the work objects of all titles in flight; without it there is no limit
 * @param lease how long an executor may be silent about a task before somebody else gets it
 * @param replanAfter how long a title waits for workers of its engine build
 * @param uploads limits of uploads
 * @param schedule what runs by the clock
 * @param webhooks how webhooks are posted
 * @param watchFolders where masters are picked up
 */
public record IngestConfig(
    ExecutorConfig executor,
    HttpConfig http,
    Path folder,
    int titlesInFlight,
    Optional<DataSize> workSpace,
    Duration lease,
    Duration replanAfter,
    UploadLimits uploads,
    ScheduleConfig schedule,
    WebhookConfig webhooks,
    List<WatchFolder> watchFolders) {

  /** The API on port 8080, up to 200 titles in flight. */
  public static final IngestConfig DEFAULT =
      new IngestConfig(
          ExecutorConfig.DEFAULT,
          HttpConfig.DEFAULT,
          Path.of(System.getProperty("java.io.tmpdir"), "reelway-ingest"),
          200,
          Optional.empty(),
          Duration.ofSeconds(15),
          Duration.ofMinutes(2),
          UploadLimits.DEFAULT,
          ScheduleConfig.DEFAULT,
          WebhookConfig.DEFAULT,
          List.of());

  /** Checks the limits. */
  public IngestConfig {
    Limits.check(titlesInFlight >= 1, "titlesInFlight", "must be at least 1");
    Limits.check(lease.compareTo(Duration.ofSeconds(2)) >= 0, "lease", "must be at least 2s");
    watchFolders = List.copyOf(watchFolders);
  }

  /** The same with room for so many bytes of work objects, unless a limit is set. */
  public IngestConfig withWorkSpace(DataSize room) {
    return new IngestConfig(
        executor,
        http,
        folder,
        titlesInFlight,
        Optional.of(workSpace.orElse(room)),
        lease,
        replanAfter,
        uploads,
        schedule,
        webhooks,
        watchFolders);
  }

  /** The same at another place of this machine. */
  public IngestConfig at(HttpConfig listen, Path files, ExecutorConfig inspect) {
    return new IngestConfig(
        inspect,
        listen,
        files,
        titlesInFlight,
        workSpace,
        lease,
        replanAfter,
        uploads,
        schedule,
        webhooks,
        watchFolders);
  }
}
