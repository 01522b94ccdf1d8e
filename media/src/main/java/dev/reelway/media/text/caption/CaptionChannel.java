package dev.reelway.media.text.caption;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.text.cue.Cue;
import java.util.ArrayList;
import java.util.List;

/**
 * One caption channel, CC1 to CC4: turns its codes into cues (ANSI/CTA-608, section 6 and annex B).
 *
 * <p>Pop-on captions are cues from when they are shown until they go. Rolling and painted captions
 * grow letter by letter; here a line is shown as a whole when its first letter is, because text
 * that changes thirty times a second is of no use in WebVTT.
 */
final class CaptionChannel {

  private enum Mode {
    NONE,
    POP_ON,
    ROLL_UP,
    PAINT_ON,
    TEXT
  }

  private static final int[] ROWS_OF_PREAMBLES = {10, 0, 2, 11, 13, 4, 6, 8};

  private final List<Cue> cues = new ArrayList<>();
  private CaptionScreen shown = new CaptionScreen();
  private CaptionScreen hidden = new CaptionScreen();
  private Mode mode = Mode.NONE;
  private int rollRows = 2;
  private int row = CaptionScreen.ROWS - 1;
  private int column;
  private CaptionPen pen = CaptionPen.PLAIN;
  private Rational shownSince = Rational.ZERO;
  private boolean growing;

  List<Cue> cues() {
    return cues;
  }

  void text(Rational time, int first, int second) {
    letter(time, Characters.basic(first));
    if (second >= 0x20) {
      letter(time, Characters.basic(second));
    }
  }

  void control(Rational time, int command, int code) {
    if (code >= 0x40) {
      preamble(time, command, code);
    } else if (command == 0x14 && code >= 0x20 && code <= 0x2f) {
      miscellaneous(time, code);
    } else if (command == 0x11 && code >= 0x20 && code <= 0x2f) {
      letter(time, ' ');
      pen = pen.midRow(code);
    } else if (command == 0x11 && code >= 0x30) {
      letter(time, Characters.special(code));
    } else if ((command == 0x12 || command == 0x13) && code >= 0x20) {
      column = Math.max(0, column - 1); // stands in for the plain letter sent before it
      letter(time, Characters.extended(command, code));
    } else if (command == 0x17 && code >= 0x21 && code <= 0x23) {
      column = Math.min(CaptionScreen.COLUMNS - 1, column + code - 0x20);
    }
  }

  /** What is still shown goes at {@code time}. */
  void end(Rational time) {
    flush(time);
    shown.clear();
  }

  private void miscellaneous(Rational time, int code) {
    switch (code) {
      case 0x20 -> mode = Mode.POP_ON;
      case 0x21 -> backspace(time);
      case 0x24 -> target().erase(row, column);
      case 0x25, 0x26, 0x27 -> rollUp(time, code - 0x23);
      case 0x29 -> {
        mode = Mode.PAINT_ON;
        growing = false;
      }
      case 0x2a, 0x2b -> mode = Mode.TEXT;
      case 0x2c -> erase(time);
      case 0x2d -> carriageReturn(time);
      case 0x2e -> hidden.clear();
      case 0x2f -> endOfCaption(time);
      default -> {}
    }
  }

  private void rollUp(Rational time, int rows) {
    if (mode != Mode.ROLL_UP) {
      flush(time);
      shown.clear();
      hidden.clear();
      row = CaptionScreen.ROWS - 1;
      column = 0;
      growing = false;
    }
    mode = Mode.ROLL_UP;
    rollRows = rows;
  }

  private void carriageReturn(Rational time) {
    if (mode == Mode.ROLL_UP) {
      flush(time);
      shown.rollUp(row, rollRows);
      column = 0;
      growing = false;
    }
  }

  private void erase(Rational time) {
    flush(time);
    shown.clear();
    growing = false;
  }

  private void endOfCaption(Rational time) {
    flush(time);
    CaptionScreen before = shown;
    shown = hidden;
    hidden = before;
    hidden.clear();
    mode = Mode.POP_ON;
    growing = false;
  }

  private void backspace(Rational time) {
    if (column > 0) {
      grow(time);
      column--;
      target().erase(row, column);
    }
  }

  private void preamble(Rational time, int command, int code) {
    int base = ROWS_OF_PREAMBLES[command & 7] + ((code & 0x20) != 0 && command != 0x10 ? 1 : 0);
    if (mode == Mode.ROLL_UP && base != row) {
      flush(time);
      shown.moveBase(row, base, rollRows);
    }
    row = base;
    boolean indented = (code & 0x10) != 0;
    column = indented ? (code >> 1 & 7) * 4 : 0;
    pen = indented ? new CaptionPen("", false, (code & 1) != 0) : CaptionPen.of(code);
  }

  private void letter(Rational time, char letter) {
    if (mode == Mode.NONE || mode == Mode.TEXT) {
      return;
    }
    grow(time);
    target().put(row, column, letter, pen);
    column = Math.min(CaptionScreen.COLUMNS - 1, column + 1);
  }

  private CaptionScreen target() {
    return mode == Mode.POP_ON ? hidden : shown;
  }

  // Before a shown text begins to change, it becomes a cue as it was.
  private void grow(Rational time) {
    if (mode != Mode.POP_ON && !growing) {
      flush(time);
      growing = true;
    }
  }

  private void flush(Rational time) {
    if (time.compareTo(shownSince) > 0) {
      cues.addAll(shown.cues(shownSince, time));
    }
    shownSince = time;
  }
}
