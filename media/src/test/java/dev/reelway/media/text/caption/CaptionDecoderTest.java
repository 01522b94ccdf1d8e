package dev.reelway.media.text.caption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.text.cue.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Codes as ANSI/CTA-608 lists them; every control code twice, as broadcasters send them. */
class CaptionDecoderTest {

  private static final Rational TENTHS = new Rational(1, 10);

  private final List<CaptionPair> pairs = new ArrayList<>();

  private void control(long tenths, int field, int first, int second) {
    pairs.add(new CaptionPair(tenths, field, first, second));
    pairs.add(new CaptionPair(tenths, field, first, second));
  }

  private void text(long tenths, int field, String words) {
    for (int i = 0; i < words.length(); i += 2) {
      int second = i + 1 < words.length() ? words.charAt(i + 1) : 0;
      pairs.add(new CaptionPair(tenths, field, words.charAt(i), second));
    }
  }

  private Map<Integer, List<Cue>> decode() {
    return CaptionDecoder.decode(pairs, TENTHS, 100);
  }

  private static Cue cue(long startTenths, long endTenths, String settings, String text) {
    return new Cue(TENTHS.times(startTenths), TENTHS.times(endTenths), settings, text);
  }

  @Test
  void popOn_shownWhenFlipped_goneWhenErased() {
    control(1, 1, 0x14, 0x20); // resume caption loading
    control(1, 1, 0x14, 0x70); // row 15, column 0
    text(2, 1, "Hi!");
    control(5, 1, 0x14, 0x2f); // end of caption
    control(9, 1, 0x14, 0x2c); // erase displayed memory

    assertThat(decode())
        .containsOnlyKeys(1)
        .containsEntry(1, List.of(cue(5, 9, "position:10.00% align:left", "Hi!")));
  }

  @Test
  void rollUp_linesMoveUp_lastOneStaysToTheEnd() {
    control(1, 1, 0x14, 0x25); // two rows
    control(1, 1, 0x14, 0x2d);
    text(2, 1, "one ");
    control(4, 1, 0x14, 0x2d); // carriage return
    text(6, 1, "two ");

    assertThat(decode().get(1)).extracting(Cue::text).containsExactly("one", "one", "one\ntwo");
    assertThat(decode().get(1)).extracting(Cue::end).last().isEqualTo(Rational.of(10));
  }

  @Test
  void secondFieldAndChannel_areTrackedApart() {
    for (int channel = 0; channel < 2; channel++) {
      for (int field = 1; field <= 2; field++) {
        int bit = channel * 8;
        int misc = (field == 1 ? 0x14 : 0x15) | bit;
        control(1, field, misc, 0x20);
        control(1, field, 0x14 | bit, 0x70);
        text(1, field, "c" + ((field - 1) * 2 + channel + 1));
        control(3, field, misc, 0x2f);
      }
    }

    Map<Integer, List<Cue>> cues = decode();
    assertThat(cues).containsOnlyKeys(1, 2, 3, 4);
    cues.forEach((number, list) -> assertThat(list.get(0).text()).isEqualTo("c" + number));
  }

  @Test
  void specialLettersColoursAndPlaces_areKept() {
    control(1, 1, 0x14, 0x20);
    control(1, 1, 0x11, 0x4a); // row 1, yellow
    text(1, 1, "A");
    control(1, 1, 0x12, 0x21); // É in place of the letter before it
    control(1, 1, 0x11, 0x37); // a note
    control(1, 1, 0x11, 0x2e); // italics
    text(1, 1, "b{");
    control(2, 1, 0x14, 0x2f);

    assertThat(decode().get(1))
        .containsExactly(
            cue(
                2,
                100,
                "line:10.00% position:10.00% align:left",
                "<c.yellow>É♪ </c><c.yellow><i>bç</i></c>"));
  }

  @Test
  void picturesOutOfOrder_areSorted() {
    control(5, 1, 0x14, 0x2f);
    control(9, 1, 0x14, 0x2c);
    text(3, 1, "ok");
    control(2, 1, 0x14, 0x70);
    control(1, 1, 0x14, 0x20);

    assertThat(decode().get(1)).extracting(Cue::text).containsExactly("ok");
  }

  @Test
  void programmeDataAndTextServices_areNoCaptions() {
    pairs.add(new CaptionPair(1, 2, 0x01, 0x03));
    text(1, 2, "TITLE");
    control(2, 1, 0x14, 0x2a); // text restart
    text(2, 1, "a service");

    assertThat(decode()).isEmpty();
  }
}
