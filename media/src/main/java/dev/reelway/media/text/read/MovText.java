package dev.reelway.media.text.read;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.text.cue.Colours;
import dev.reelway.media.text.cue.Cue;
import dev.reelway.media.text.cue.CueText;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Samples of timed text in MP4 and MOV (3GPP TS 26.245, 5.17): a length, the text, then boxes, of
 * which {@code styl} says which letters are bold, italic, underlined or coloured.
 */
final class MovText {

  private static final int STYLES = 0x7374796c; // styl
  private static final int BOLD = 1;
  private static final int ITALIC = 2;
  private static final int UNDERLINE = 4;

  /** Letters from {@code start} to before {@code end} in Unicode characters. */
  private record Style(int start, int end, int face, int rgb) {}

  private MovText() {}

  /** A cue; absent if nothing in it can be seen. */
  static Optional<Cue> cue(Rational start, Rational end, byte[] sample) {
    try {
      ByteBuffer in = ByteBuffer.wrap(sample);
      byte[] letters = new byte[in.getShort() & 0xffff];
      in.get(letters);
      String finished = styled(text(letters), styles(in));
      return finished.isEmpty() ? Optional.empty() : Optional.of(new Cue(start, end, "", finished));
    } catch (BufferUnderflowException e) {
      return Optional.empty(); // cut short; there is no text to rescue
    }
  }

  private static String text(byte[] letters) {
    boolean utf16 =
        letters.length >= 2 && (letters[0] & 0xff) == 0xfe && (letters[1] & 0xff) == 0xff;
    return utf16
        ? new String(letters, 2, letters.length - 2, StandardCharsets.UTF_16BE)
        : new String(letters, StandardCharsets.UTF_8);
  }

  private static List<Style> styles(ByteBuffer in) {
    List<Style> styles = new ArrayList<>();
    while (in.remaining() >= 8) {
      int size = in.getInt();
      int type = in.getInt();
      if (size < 8 || size - 8 > in.remaining()) {
        return styles;
      }
      ByteBuffer box = in.slice(in.position(), size - 8);
      in.position(in.position() + size - 8);
      if (type == STYLES && box.remaining() >= 2) {
        int count = box.getShort() & 0xffff;
        for (int i = 0; i < count && box.remaining() >= 12; i++) {
          styles.add(style(box));
        }
      }
    }
    return styles;
  }

  private static Style style(ByteBuffer box) {
    int start = box.getShort() & 0xffff;
    int end = box.getShort() & 0xffff;
    box.getShort(); // the font
    int face = box.get();
    box.get(); // the size
    return new Style(start, end, face, box.getInt() >>> 8);
  }

  private static String styled(String text, List<Style> styles) {
    CueText out = new CueText();
    int[] characters = text.replace("\r\n", "\n").replace('\r', '\n').codePoints().toArray();
    Optional<Style> current = Optional.empty();
    for (int i = 0; i < characters.length; i++) {
      Optional<Style> style = at(styles, i);
      if (!style.equals(current)) {
        out.closeAll();
        style.ifPresent(look -> open(out, look));
        current = style;
      }
      out.characters(Character.toString(characters[i]));
    }
    return out.finish();
  }

  private static Optional<Style> at(List<Style> styles, int character) {
    return styles.stream()
        .filter(style -> character >= style.start && character < style.end)
        .findFirst();
  }

  private static void open(CueText out, Style style) {
    Colours.nearest(style.rgb).ifPresent(colour -> out.open("c." + colour));
    open(out, style.face, BOLD, "b");
    open(out, style.face, ITALIC, "i");
    open(out, style.face, UNDERLINE, "u");
  }

  private static void open(CueText out, int face, int bit, String tag) {
    if ((face & bit) != 0) {
      out.open(tag);
    }
  }
}
