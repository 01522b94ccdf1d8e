package dev.reelway.media.text.caption;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.text.cue.Cue;
import dev.reelway.media.text.cue.CueText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Fifteen rows of 32 cells. */
final class CaptionScreen {

  static final int ROWS = 15;
  static final int COLUMNS = 32;

  /** Rows from here on are where players put text anyway. */
  private static final int BOTTOM_ROWS_FROM = 12;

  /** Rows whose middles differ by no more are meant to be centred. */
  private static final double CENTRED_CELLS = 2.5;

  private record Cell(char letter, CaptionPen pen) {}

  private final Cell[][] cells = new Cell[ROWS][COLUMNS];

  void put(int row, int column, char letter, CaptionPen pen) {
    cells[row][Math.min(column, COLUMNS - 1)] = new Cell(letter, pen);
  }

  void erase(int row, int fromColumn) {
    for (int i = fromColumn; i < COLUMNS; i++) {
      cells[row][i] = null;
    }
  }

  void clear() {
    for (Cell[] row : cells) {
      Arrays.fill(row, null);
    }
  }

  /** Moves {@code rows} rows that end with {@code base} up by one; the base becomes empty. */
  void rollUp(int base, int rows) {
    int top = Math.max(0, base - rows + 1);
    for (int i = 0; i < ROWS; i++) {
      if (i < top || i > base) {
        erase(i, 0);
      }
    }
    for (int i = top; i < base; i++) {
      cells[i] = cells[i + 1];
    }
    cells[base] = new Cell[COLUMNS];
  }

  /** Moves the rows of a roll-up window to another base. */
  void moveBase(int from, int to, int rows) {
    Cell[][] window = new Cell[rows][];
    for (int i = 0; i < rows; i++) {
      int row = from - i;
      window[i] = row >= 0 ? cells[row].clone() : new Cell[COLUMNS];
    }
    clear();
    for (int i = 0; i < rows && to - i >= 0; i++) {
      cells[to - i] = window[i];
    }
  }

  /** What is to be seen, as cues: one for each block of rows. */
  List<Cue> cues(Rational start, Rational end) {
    List<Cue> cues = new ArrayList<>();
    int row = 0;
    while (row < ROWS) {
      int first = row;
      while (row < ROWS && !isBlank(row)) {
        row++;
      }
      if (row > first) {
        String text = text(first, row);
        cues.add(new Cue(start, end, settings(first, row), text));
      }
      row = Math.max(row, first + 1);
    }
    return cues;
  }

  private boolean isBlank(int row) {
    return firstColumn(row) == COLUMNS;
  }

  private int firstColumn(int row) {
    int column = 0;
    while (column < COLUMNS && isBlank(cells[row][column])) {
      column++;
    }
    return column;
  }

  private int endColumn(int row) {
    int column = COLUMNS;
    while (column > 0 && isBlank(cells[row][column - 1])) {
      column--;
    }
    return column;
  }

  private static boolean isBlank(Cell cell) {
    return cell == null || cell.letter == ' ' || cell.letter == '\u00a0';
  }

  private String text(int fromRow, int toRow) {
    CueText text = new CueText();
    for (int row = fromRow; row < toRow; row++) {
      CaptionPen pen = CaptionPen.PLAIN;
      for (int column = firstColumn(row); column < endColumn(row); column++) {
        Cell cell = cells[row][column];
        if (cell != null && !cell.pen.equals(pen)) {
          text.closeAll();
          open(text, cell.pen);
          pen = cell.pen;
        }
        text.characters(cell == null ? " " : Character.toString(cell.letter));
      }
      text.closeAll().characters("\n");
    }
    return text.finish();
  }

  private static void open(CueText text, CaptionPen pen) {
    if (!pen.colour().isEmpty()) {
      text.open("c." + pen.colour());
    }
    if (pen.italic()) {
      text.open("i");
    }
    if (pen.underline()) {
      text.open("u");
    }
  }

  // The rows fill the middle 80 % of the picture's height, the columns those of its width.
  private String settings(int fromRow, int toRow) {
    List<String> settings = new ArrayList<>();
    if (toRow - 1 < BOTTOM_ROWS_FROM) {
      settings.add("line:" + percent(fromRow, ROWS));
    }
    if (!isCentred(fromRow, toRow)) {
      int left = COLUMNS;
      for (int row = fromRow; row < toRow; row++) {
        left = Math.min(left, firstColumn(row));
      }
      settings.add("position:" + percent(left, COLUMNS) + " align:left");
    }
    return String.join(" ", settings);
  }

  private boolean isCentred(int fromRow, int toRow) {
    for (int row = fromRow; row < toRow; row++) {
      double middle = (firstColumn(row) + endColumn(row)) / 2.0;
      if (Math.abs(middle - COLUMNS / 2.0) > CENTRED_CELLS) {
        return false;
      }
    }
    return true;
  }

  private static String percent(int cell, int cells) {
    return String.format(Locale.ROOT, "%.2f%%", 10 + 80.0 * cell / cells);
  }
}
