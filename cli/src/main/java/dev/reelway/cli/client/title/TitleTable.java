package dev.reelway.cli.client.title;

import dev.reelway.cli.text.ProgressText;
import dev.reelway.cli.text.Table;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.title.Phase;
import java.util.List;

/** Titles, one line each. */
public final class TitleTable {

  private static final int MOST_NAME = 40;

  private TitleTable() {}

  /** The lines, in the order of {@code titles}. */
  public static List<String> lines(List<TitleStatus> titles, LocalTimes times) {
    Table table =
        new Table("Title", "Phase", "Done", "ETA", "Version", "Lane", "Changed", "Name")
            .words("Phase", "Lane", "Name");
    for (TitleStatus title : titles) {
      table.row(
          Printable.text(title.titleId()),
          title.phase().name(),
          done(title),
          title.phase() == Phase.ENCODING ? ProgressText.eta(title.progress().etaSeconds()) : "-",
          Integer.toString(title.version()),
          title.lane().label(),
          times.text(title.updatedAt()),
          Printable.shortened(title.name(), MOST_NAME));
    }
    return table.lines();
  }

  private static String done(TitleStatus title) {
    if (title.queuePosition() > 0) {
      return "queue " + title.queuePosition();
    }
    return title.plan().map(plan -> new TitleProgress(title, plan).percent() + " %").orElse("-");
  }
}
