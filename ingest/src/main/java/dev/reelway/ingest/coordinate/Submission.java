package dev.reelway.ingest.coordinate;

/**
 * What somebody asked for.
 *
 * @param version which version of the title this makes, from 1 and rising; a submission that is not
 *     newer than the last one is a repetition and is ignored
 * @param master where the master lies
 * @param profile name of the ladder
 * @param awaitStart whether a person wants to see the plan before CPU is spent
 * @param awaitPublish whether a person or a date makes the finished version public
 * @param force whether a person wants it public though it breaks rules
 */
public record Submission(
    int version,
    String master,
    String profile,
    boolean awaitStart,
    boolean awaitPublish,
    boolean force) {

  static final Submission NONE = new Submission(0, "", "", false, false);

  /** A submission that must keep all rules. */
  public Submission(
      int version, String master, String profile, boolean awaitStart, boolean awaitPublish) {
    this(version, master, profile, awaitStart, awaitPublish, false);
  }

  /** A submission that waits for nobody. */
  public static Submission atOnce(int version, String master, String profile) {
    return new Submission(version, master, profile, false, false);
  }

  Submission startingAtOnce() {
    return new Submission(version, master, profile, false, awaitPublish, force);
  }

  Submission publishingAtOnce() {
    return new Submission(version, master, profile, awaitStart, false, force);
  }

  Submission forced() {
    return new Submission(version, master, profile, awaitStart, awaitPublish, true);
  }
}
