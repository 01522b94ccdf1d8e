package dev.reelway.cli.client.title;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void text_withControlCharacters_cannotMoveTheCursorOrTurnTheText() {
    assertThat(Printable.text("a\033[2Jb\r\nc\u202ed\u0007")).isEqualTo("a?[2Jb  c?d?");
  }

  @Test
  void text_inAnyScript_stays() {
    assertThat(Printable.text("Zürich 東京 🎬")).isEqualTo("Zürich 東京 🎬");
  }

  @Test
  void shortened_longText_endsWithAnEllipsis() {
    assertThat(Printable.shortened("🎬🎬🎬🎬", 3)).isEqualTo("🎬🎬…");
    assertThat(Printable.shortened("abc", 3)).isEqualTo("abc");
  }
}
