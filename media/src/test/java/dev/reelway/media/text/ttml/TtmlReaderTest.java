package dev.reelway.media.text.ttml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.text.cue.Cue;
import dev.reelway.media.text.cue.CueList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TtmlReaderTest {

  private static final String ROOT =
      "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\""
          + " xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\"";

  private static CueList read(String parameters, String content) {
    String document =
        "<?xml version=\"1.0\"?>\n" + ROOT + " " + parameters + ">" + content + "</tt>";
    assertThat(TtmlReader.recognises(document)).isTrue();
    return TtmlReader.read(document);
  }

  private static Cue cue(long startMillis, long endMillis, String settings, String text) {
    return new Cue(new Rational(startMillis, 1000), new Rational(endMillis, 1000), settings, text);
  }

  @ParameterizedTest
  @CsvSource({
    "00:00:01.5, 3/2",
    "00:01:00, 60",
    "00:00:01:12, 37/25",
    "2.25s, 9/4",
    "1500ms, 3/2",
    "0.5m, 30",
    "50f, 2",
    "20t, 2"
  })
  void read_everyFormOfTime_isExact(String written, String seconds) {
    CueList list =
        read(
            "ttp:frameRate=\"25\" ttp:tickRate=\"10\"",
            "<body><div><p begin=\"" + written + "\" end=\"1h\">x</p></div></body>");
    assertThat(list.cues().get(0).start()).isEqualTo(Rational.parse(seconds));
  }

  @Test
  void read_ntscTimeCodesWithDroppedNumbers_areRealTime() {
    CueList list =
        read(
            "ttp:timeBase=\"smpte\" ttp:frameRate=\"30\" ttp:frameRateMultiplier=\"1000 1001\""
                + " ttp:dropMode=\"dropNTSC\"",
            "<body><div><p begin=\"00:01:00;02\" end=\"00:10:00;00\">x</p></div></body>");
    assertThat(list.cues().get(0).start()).isEqualTo(new Rational(1800 * 1001, 30_000));
    assertThat(list.cues().get(0).end()).isEqualTo(new Rational(17_982 * 1001, 30_000));
  }

  @Test
  void read_stylesRegionsAndNestedTimes_areResolved() {
    CueList list =
        read(
            "xml:lang=\"de\"",
            """
            <head>
              <styling>
                <style xml:id="base" tts:textAlign="center" tts:color="#ffffff"/>
                <style xml:id="loud" style="base" tts:fontStyle="italic" tts:color="yellow"/>
              </styling>
              <layout>
                <region xml:id="top" tts:origin="10% 10%" tts:extent="80% 20%"/>
                <region xml:id="bottom" tts:origin="10% 10%" tts:extent="80% 80%"
                    tts:displayAlign="after"/>
              </layout>
            </head>
            <body begin="10s" style="base">
              <div>
                <p region="top" begin="1s" end="2s">Oben
                  <span style="loud">laut</span></p>
                <p region="bottom" begin="3s" dur="2s">
                  <span begin="0s" end="1s">eins</span><br/><span begin="0.5s">zwei</span>
                </p>
                <p region="bottom" begin="7s" end="8s">A</p>
                <p region="bottom" begin="7s" end="8s">B</p>
              </div>
            </body>
            """);

    assertThat(list.faults()).isEmpty();
    assertThat(list.cues())
        .containsExactly(
            cue(11_000, 12_000, "line:10.00%", "Oben <c.yellow><i>laut</i></c>"),
            cue(13_000, 13_500, "", "eins"),
            cue(13_500, 14_000, "", "eins\nzwei"),
            cue(14_000, 15_000, "", "zwei"),
            cue(17_000, 18_000, "", "A\nB"));
  }

  @Test
  void read_hostileOrBrokenXml_readsNothingFromOutside() {
    String bomb =
        "<!DOCTYPE tt [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + ROOT
            + "><body><div><p begin=\"0s\" end=\"1s\">&x;</p></div></body></tt>";
    assertThat(TtmlReader.read(bomb).cues()).isEmpty();
    assertThat(TtmlReader.read(ROOT + "><body>").faults())
        .containsExactly("Line 1: the XML is broken; nothing of it is read.");
    assertThat(TtmlReader.read("<a>".repeat(100_000)).cues()).isEmpty();
  }

  @Test
  void read_textWithoutEnd_isAFault() {
    CueList list = read("", "<body><div><p begin=\"1s\">x</p></div></body>");
    assertThat(list.cues()).isEmpty();
    assertThat(list.faults()).containsExactly("Line 2: the text has no end.");
  }
}
