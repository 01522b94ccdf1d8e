package dev.reelway.cli.text;

/** Numbers of things, as people say them. */
public final class Counts {

  private Counts() {}

  /** "1 chunk", "2 chunks", "0 chunks". */
  public static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
