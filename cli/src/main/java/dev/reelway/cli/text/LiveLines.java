package dev.reelway.cli.text;

import java.io.PrintWriter;
import java.util.List;

/** A few lines at the end of a terminal that renew themselves. */
public final class LiveLines {

  private static final String UP_AND_CLEAR = "\033[1A\033[2K";

  private final PrintWriter out;
  private int shown;

  /** Nothing is shown yet. */
  public LiveLines(PrintWriter out) {
    this.out = out;
  }

  /** Shows these in place of those shown before. */
  public void show(List<String> lines) {
    clear();
    lines.forEach(out::println);
    shown = lines.size();
  }

  /** Takes them away, so that lines that stay may follow. */
  public void clear() {
    for (; shown > 0; shown--) {
      out.print(UP_AND_CLEAR);
    }
  }
}
