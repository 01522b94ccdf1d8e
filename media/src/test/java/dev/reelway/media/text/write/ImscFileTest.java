package dev.reelway.media.text.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.media.text.cue.Cue;
import dev.reelway.media.text.read.TextFileFormat;
import dev.reelway.media.text.write.TitleCues.TimedCue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Documents of IMSC1, read back by the JDK's XML parser and by our own reader of TTML. */
class ImscFileTest {

  private static final String TTS = "http://www.w3.org/ns/ttml#styling";

  private static byte[] file(TimedCue... cues) {
    return ImscFile.of(new TextSegment(2000, 4000, List.of(cues)), "deu");
  }

  private static Document document(byte[] file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
  }

  private static Element region(String settings) throws Exception {
    Document document = document(file(new TimedCue(2000, 3000, settings, "x")));
    return (Element) document.getElementsByTagNameNS("*", "region").item(0);
  }

  @Test
  void of_cuesWithLooks_saysTheSameInTtml() throws Exception {
    Document document =
        document(
            file(
                new TimedCue(
                    1999,
                    4001,
                    "line:0",
                    "<v Esme><i>Größe</i> &amp; &lt;3</v>\n<c.yellow><b>über</b></c>"),
                new TimedCue(2500, 2600, "", "<ruby>漢<rt>kan</rt></ruby>")));

    assertThat(document.getDocumentElement().getAttribute("xml:lang")).isEqualTo("de");
    NodeList paragraphs = document.getElementsByTagNameNS("*", "p");
    Element first = (Element) paragraphs.item(0);
    assertThat(first.getAttribute("begin")).isEqualTo("00:00:01.999");
    assertThat(first.getAttribute("end")).isEqualTo("00:00:04.001");
    assertThat(first.getTextContent()).isEqualTo("Größe & <3über");
    assertThat(first.getElementsByTagNameNS("*", "br").getLength()).isEqualTo(1);
    assertThat(attributes(first)).containsExactly("italic", "#ffff00", "bold");
    assertThat(paragraphs.item(1).getTextContent()).isEqualTo("漢(kan)");
    assertThat(document.getElementsByTagNameNS("*", "region").getLength()).isEqualTo(2);
  }

  private static List<String> attributes(Element paragraph) {
    List<String> values = new ArrayList<>();
    NodeList spans = paragraph.getElementsByTagNameNS("*", "span");
    for (int i = 0; i < spans.getLength(); i++) {
      for (String name : List.of("fontStyle", "color", "fontWeight")) {
        String value = ((Element) spans.item(i)).getAttributeNS(TTS, name);
        if (!value.isEmpty()) {
          values.add(value);
        }
      }
    }
    return values;
  }

  @Test
  void of_noCues_isADocumentWithoutText() throws Exception {
    assertThat(document(file()).getElementsByTagNameNS("*", "p").getLength()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                   | 5.00% 5.00%   | 90.00% 90.00% | after  | center
          line:0                               | 5.00% 0.00%   | 90.00% 100.00%| before | center
          line:2                               | 5.00% 10.66%  | 90.00% 89.34% | before | center
          line:-1                              | 5.00% 0.00%   | 90.00% 100.00%| after  | center
          line:-3                              | 5.00% 0.00%   | 90.00% 89.34% | after  | center
          line:40%,end                         | 5.00% 0.00%   | 90.00% 40.00% | after  | center
          line:50%,center                      | 5.00% 0.00%   | 90.00% 100.00%| center | center
          position:10% align:left              | 10.00% 5.00%  | 85.00% 90.00% | after  | left
          position:90% align:right             | 5.00% 5.00%   | 85.00% 90.00% | after  | right
          position:30% size:20%                | 20.00% 5.00%  | 20.00% 90.00% | after  | center
          position:20%,line-left size:40%      | 20.00% 5.00%  | 40.00% 90.00% | after  | center
          vertical:rl line:10% align:start     | 10.00% 5.00%  | 90.00% 90.00% | before | start
          position:100% align:left             | 90.00% 5.00%  | 5.00% 90.00%  | after  | left
          """)
  void of_settings_becomeARegion(
      String settings, String origin, String extent, String display, String text) throws Exception {
    Element region = region(settings);

    assertThat(region.getAttributeNS(TTS, "origin")).isEqualTo(origin);
    assertThat(region.getAttributeNS(TTS, "extent")).isEqualTo(extent);
    assertThat(region.getAttributeNS(TTS, "displayAlign")).isEqualTo(display);
    assertThat(region.getAttributeNS(TTS, "textAlign")).isEqualTo(text);
  }

  @Test
  void of_readBack_isTheSameCue() {
    TimedCue cue =
        new TimedCue(1999, 4001, "line:20.00% position:10.00% align:left", "<i>Eins</i>\nzwei");

    String file = new String(file(cue), StandardCharsets.UTF_8);

    assertThat(TextFileFormat.recognise(file)).contains(TextFileFormat.TTML);
    Cue read = TextFileFormat.TTML.read(file).cues().get(0);
    assertThat(read.start().times(1000).round()).isEqualTo(1999);
    assertThat(read.end().times(1000).round()).isEqualTo(4001);
    assertThat(read.text()).isEqualTo(cue.text());
    assertThat(read.settings()).isEqualTo(cue.settings());
  }
}
