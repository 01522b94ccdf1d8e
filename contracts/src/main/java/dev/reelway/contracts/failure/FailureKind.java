package dev.reelway.contracts.failure;

/**
 * What went wrong, whose fault it is and what to do. The {@link #code()} is stable: scripts and
 * support may rely on it.
 */
public enum FailureKind {
  /** The named master does not exist. */
  MASTER_NOT_FOUND(Fault.MASTER, false, "Check the path or address of the master."),
  /** The master is not the one that was submitted any more. */
  MASTER_CHANGED(
      Fault.MASTER, false, "Submit the title again; masters must not change while they are used."),
  /** The master has no bytes. */
  MASTER_EMPTY(Fault.MASTER, false, "Upload the master again; the upload was probably cut off."),
  /** The bytes are not a media file we can open. */
  MASTER_MALFORMED(
      Fault.MASTER, false, "Export the master again from the editing system and upload that file."),
  /** The file ends before its own tables say it should. */
  MASTER_TRUNCATED(
      Fault.MASTER, false, "Upload the complete file; the end of this one is missing."),
  /** Pictures or sound inside the file cannot be decoded. */
  MASTER_DAMAGED(
      Fault.MASTER,
      false,
      "Replace the master, or submit it again with --tolerate-damage to bridge what is damaged."),
  /** The content is encrypted. */
  MASTER_ENCRYPTED(Fault.MASTER, false, "Deliver the master without encryption (DRM)."),
  /** The file is a list of other files. */
  MASTER_IS_A_PLAYLIST(
      Fault.MASTER, false, "Submit the media file itself; lists of other files are never opened."),
  /** A codec, format or property that is not handled. */
  MASTER_UNSUPPORTED(
      Fault.MASTER, false, "Convert the master to a supported format and submit it again."),
  /** Neither picture nor sound in the file. */
  MASTER_WITHOUT_MEDIA(Fault.MASTER, false, "Submit a file with a picture or a sound track."),
  /** The ladder file breaks a rule. */
  LADDER_INVALID(Fault.USER, false, "Correct the named field of the ladder file."),
  /** The command was used wrongly. */
  USAGE_INVALID(Fault.USER, false, "See --help for the right usage."),
  /** What was submitted breaks a rule. */
  REQUEST_INVALID(Fault.USER, false, "Correct the named field and submit again."),
  /** The title's id is taken, or the title was submitted with other settings. */
  TITLE_EXISTS(Fault.USER, false, "Choose another id, or make a new version of the title."),
  /** The output folder holds something else. */
  OUTPUT_OCCUPIED(
      Fault.USER,
      false,
      "Choose another folder; --replace replaces a title in it, never other files."),
  /** Another process works in the same output folder. */
  OUTPUT_IN_USE(Fault.USER, false, "Wait for the other run to end, or choose another folder."),
  /** The child process that runs FFmpeg ended unexpectedly. */
  ENCODER_CRASHED(Fault.SYSTEM, true, "The task is tried again; if it repeats, report the master."),
  /** The child process made no progress or ran too long. */
  ENCODER_STALLED(Fault.SYSTEM, true, "The task is tried again; if it repeats, report the master."),
  /** The child process needed more memory than it was given. */
  ENCODER_OUT_OF_MEMORY(Fault.SYSTEM, true, "Give tasks more memory or use a smaller ladder."),
  /** An encoded chunk failed its own check. */
  CHUNK_INVALID(Fault.SYSTEM, true, "The chunk is encoded again; if it repeats, report it."),
  /** The finished package breaks a rule; it is held and nothing of it is public. */
  PACKAGE_INVALID(
      Fault.SYSTEM,
      false,
      "Try again, which makes the segments anew; if it repeats, report it or publish with"
          + " --force."),
  /** Storage did not answer or refused. */
  STORAGE_UNAVAILABLE(Fault.SYSTEM, true, "Check the storage and its credentials."),
  /** Storage is full. */
  STORAGE_FULL(Fault.SYSTEM, true, "Free some space and run the same command again."),
  /** Kafka did not answer or refused. */
  MESSAGING_UNAVAILABLE(Fault.SYSTEM, true, "Check that Kafka runs and can be reached."),
  /** The configuration breaks a rule. */
  CONFIG_INVALID(Fault.USER, false, "Correct the named setting."),
  /** Somebody cancelled the work. */
  CANCELLED(Fault.USER, false, "Run the same command again to continue."),
  /** A promise the program makes to itself was broken. */
  INVARIANT_BROKEN(Fault.SYSTEM, false, "This is a bug in Reelway; please report it.");

  /** Whose side the fault is on. */
  public enum Fault {
    /** The uploaded file. */
    MASTER,
    /** The settings or the call. */
    USER,
    /** Reelway, the machine or a service it needs. */
    SYSTEM
  }

  private final Fault fault;
  private final boolean retryable;
  private final String advice;

  FailureKind(Fault fault, boolean retryable, String advice) {
    this.fault = fault;
    this.retryable = retryable;
    this.advice = advice;
  }

  /** The stable code that logs, JSON and support use: the constant's name. */
  public String code() {
    return name();
  }

  /** Whose side the fault is on. */
  public Fault fault() {
    return fault;
  }

  /** Whether the same task may succeed when it is run again unchanged. */
  public boolean retryable() {
    return retryable;
  }

  /** One sentence on what to do, for the person who reads the failure. */
  public String advice() {
    return advice;
  }
}
