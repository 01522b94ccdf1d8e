package dev.reelway.contracts.fleet;

import dev.reelway.contracts.work.ContentHash;
import java.util.Locale;

/**
 * Names every topic and group. A prefix keeps two installations on one cluster apart.
 *
 * @param prefix such as {@code reelway}
 */
public record Topics(String prefix) {

  /** The usual names. */
  public static final Topics DEFAULT = new Topics("reelway");

  private static final int BUILD_DIGITS = 10;

  /** Public: whoever wants a title made writes here. */
  public String ingest() {
    return prefix + ".ingest";
  }

  /** Records of the ingest topic that were not understood. */
  public String ingestDeadLetters() {
    return prefix + ".ingest.dead-letters";
  }

  /** {@link TitleMessage} by title: input of the workflow. */
  public String titleEvents() {
    return prefix + ".title-events";
  }

  /** {@link Heartbeat} by executor: input of the workflow. */
  public String heartbeats() {
    return prefix + ".heartbeats";
  }

  /** {@link Control} from the workflow to all executors. */
  public String control() {
    return prefix + ".control";
  }

  /** {@link TitleStatus} by title, compacted. */
  public String titleStatus() {
    return prefix + ".title-status";
  }

  /** {@link Notification} by title, kept for a while. */
  public String notifications() {
    return prefix + ".notifications";
  }

  /** {@link DeadLetter} of tasks, by title. */
  public String deadLetters() {
    return prefix + ".dead-letters";
  }

  /** Every write that somebody asked for. */
  public String audit() {
    return prefix + ".audit";
  }

  /** Work of a pool that any of its executors may take. */
  public String queue(Pool pool) {
    return prefix + ".tasks." + pool.name().toLowerCase(Locale.ROOT);
  }

  /** Encode tasks of all lanes for workers with one engine build. */
  public String encodeQueue(String engineBuild) {
    return queue(Pool.ENCODE) + "." + digits(engineBuild);
  }

  private static String digits(String engineBuild) {
    return ContentHash.ofParts(engineBuild).substring(0, BUILD_DIGITS);
  }

  /** The queue that {@code task} goes to. */
  public String queueOf(Task task) {
    Pool pool = task.id().step().pool();
    return pool == Pool.ENCODE ? encodeQueue(task.engineBuild()) : queue(pool);
  }

  /**
   * The group, of either kind, whose members are the executors of a pool.
   *
   * @param engineBuild for {@code ENCODE}, where each build has a queue and a group; else of no
   *     meaning
   */
  public String executors(Pool pool, String engineBuild) {
    String build = pool == Pool.ENCODE ? "." + digits(engineBuild) : "";
    return queue(pool) + build + ".executors";
  }

  /** Application id of the workflow: its group, and prefix of its changelogs. */
  public String workflowApplication() {
    return prefix + ".workflow";
  }
}
