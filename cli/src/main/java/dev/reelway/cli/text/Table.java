package dev.reelway.cli.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lines of aligned columns; the first column is flush left, the others flush right unless they hold
 * words.
 */
public final class Table {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final Set<String> words = new HashSet<>();

  /** A table with these column titles. */
  public Table(String... titles) {
    rows.add(List.of(titles));
  }

  /** Sets the columns of these titles flush left. */
  public Table words(String... titles) {
    words.addAll(List.of(titles));
    return this;
  }

  /** Adds a line with one cell per column. */
  public Table row(String... cells) {
    if (cells.length != rows.get(0).size()) {
      throw new IllegalArgumentException(
          cells.length + " cells, " + rows.get(0).size() + " columns");
    }
    rows.add(List.of(cells));
    return this;
  }

  /** All lines, titles and a rule first. */
  public List<String> lines() {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < rows.get(0).size(); column++) {
      int c = column;
      widths.add(rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0));
    }
    List<String> lines = new ArrayList<>(rows.stream().map(row -> line(row, widths)).toList());
    int width = widths.stream().mapToInt(w -> w).sum() + GAP.length() * (widths.size() - 1);
    lines.add(1, "-".repeat(width));
    return lines;
  }

  private String line(List<String> row, List<Integer> widths) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      String padding = " ".repeat(widths.get(i) - row.get(i).length());
      cells.add(
          i == 0 || words.contains(rows.get(0).get(i))
              ? row.get(i) + padding
              : padding + row.get(i));
    }
    return cells.stream().collect(Collectors.joining(GAP)).stripTrailing();
  }
}
