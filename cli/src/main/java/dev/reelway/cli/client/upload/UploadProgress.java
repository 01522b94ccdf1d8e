package dev.reelway.cli.client.upload;

import dev.reelway.cli.text.LiveLines;
import dev.reelway.cli.text.ProgressText;
import dev.reelway.cli.text.Sizes;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * Shows how much of a master is there: a line that renews itself on a terminal, one plain line now
 * and then elsewhere. Safe for any thread.
 */
public final class UploadProgress implements AutoCloseable {

  private static final long REDRAW_NANOS = 250_000_000;

  private final PrintWriter out;
  private final boolean terminal;
  private final LiveLines live;
  private long totalBytes = 1;
  private long doneBytes;
  private long startBytes;
  private long startNanos;
  private long drawnNanos;
  private int lastPercent = -1;

  /**
   * Shows nothing before {@link #begin}.
   *
   * @param terminal whether {@code out} understands cursor movements
   */
  public UploadProgress(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
    this.live = new LiveLines(out);
  }

  synchronized void begin(String name, long ofBytes, long alreadyBytes) {
    totalBytes = ofBytes;
    doneBytes = alreadyBytes;
    startBytes = alreadyBytes;
    startNanos = System.nanoTime();
    out.println(
        alreadyBytes == 0
            ? "Upload   " + name + ", " + Sizes.bytes(ofBytes)
            : "Upload   " + name + " goes on; " + amounts() + " are there");
    show(true);
  }

  /** So many more bytes are on their way; fewer if some must be sent again. */
  synchronized void add(long bytes) {
    doneBytes += bytes;
    show(false);
  }

  /** Exactly so many bytes are there. */
  synchronized void at(long bytes) {
    doneBytes = bytes;
    show(false);
  }

  private void show(boolean atOnce) {
    if (!terminal) {
      plain();
    } else if (atOnce || System.nanoTime() - drawnNanos > REDRAW_NANOS) {
      drawnNanos = System.nanoTime();
      live.show(List.of(line()));
    }
    out.flush();
  }

  private void plain() {
    int percent = (int) Math.floor(share() * 10) * 10;
    if (percent > lastPercent) {
      lastPercent = percent;
      out.printf(Locale.ROOT, "Uploading %3d %%  %s%n", percent, amounts());
    }
  }

  private String line() {
    double seconds = Math.max(0.001, (System.nanoTime() - startNanos) / 1e9);
    double rate = Math.max(0, doneBytes - startBytes) / seconds;
    long eta = rate < 1 ? -1 : Math.round((totalBytes - doneBytes) / rate);
    return String.format(
        Locale.ROOT,
        "%-9s%s %5.1f %%  %s  %s/s  ETA %s",
        "Upload",
        ProgressText.bar(share()),
        share() * 100,
        amounts(),
        Sizes.bytes((long) rate),
        ProgressText.eta(eta));
  }

  private String amounts() {
    return Sizes.bytes(doneBytes) + " of " + Sizes.bytes(totalBytes);
  }

  private double share() {
    return Math.max(0, Math.min(1, (double) doneBytes / totalBytes));
  }

  /** Leaves the line clean for what follows. */
  @Override
  public synchronized void close() {
    live.clear();
    out.flush();
  }
}
