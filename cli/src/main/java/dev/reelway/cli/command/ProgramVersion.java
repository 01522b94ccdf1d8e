package dev.reelway.cli.command;

/** Which version of the program this is. */
public final class ProgramVersion {

  private ProgramVersion() {}

  /** As the jar says, or {@code (from classes)}. */
  public static String get() {
    String own = ProgramVersion.class.getPackage().getImplementationVersion();
    return own == null ? "(from classes)" : own;
  }
}
