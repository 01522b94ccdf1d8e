package dev.reelway.contracts.fleet;

/**
 * One piece of work on a queue. Everything else lies in storage, under the keys that {@code
 * StorageLayout} builds from the title and version.
 *
 * @param schema version of this record's JSON form
 * @param id which attempt at what
 * @param requestId which request document of the title, see {@code StorageLayout.requestKey}
 * @param tenant whose title it is
 * @param lane how urgent
 * @param engineBuild for {@code ENCODE} the build that must do it; for {@code PLAN} the build to
 *     plan for; for {@code PACKAGE} and {@code PUBLISH} the build whose results are meant; else
 *     empty
 * @param memoryClass how many times more memory to allow than usual: 0 for the usual
 * @param fresh whether work objects found in storage are not to be trusted
 * @param targetVersion the published version to flip to, for {@code ROLL_BACK}; else 0
 * @param force whether {@code PUBLISH} lets a version pass that breaks rules
 */
public record Task(
    int schema,
    TaskId id,
    String requestId,
    String tenant,
    Lane lane,
    String engineBuild,
    int memoryClass,
    boolean fresh,
    int targetVersion,
    boolean force) {

  /** The current JSON form. */
  public static final int SCHEMA = 1;

  /** A task that lets nothing pass that breaks rules. */
  public Task(
      int schema,
      TaskId id,
      String requestId,
      String tenant,
      Lane lane,
      String engineBuild,
      int memoryClass,
      boolean fresh,
      int targetVersion) {
    this(
        schema, id, requestId, tenant, lane, engineBuild, memoryClass, fresh, targetVersion, false);
  }

  /** The same task, which lets a version pass though it breaks rules, if {@code wanted}. */
  public Task forced(boolean wanted) {
    return new Task(
        schema,
        id,
        requestId,
        tenant,
        lane,
        engineBuild,
        memoryClass,
        fresh,
        targetVersion,
        wanted);
  }
}
