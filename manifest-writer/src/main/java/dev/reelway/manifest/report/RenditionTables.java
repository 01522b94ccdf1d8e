package dev.reelway.manifest.report;

import dev.reelway.contracts.master.Loudness;
import dev.reelway.manifest.report.VersionReport.Rung;
import dev.reelway.manifest.report.VersionReport.Sound;
import dev.reelway.manifest.report.VersionReport.Text;
import java.util.List;
import java.util.Locale;

/** The ladder, the sound and the text of a version on its page. */
final class RenditionTables {

  private static final String PICTURE = "Picture";

  private final Html html;
  private final VersionReport report;

  RenditionTables(Html html, VersionReport report) {
    this.html = html;
    this.report = report;
  }

  void write() {
    ladder();
    sound();
    text();
  }

  private void ladder() {
    if (report.video().isEmpty()) {
      return;
    }
    section("What came out: the ladder");
    LadderChart.draw(html, report);
    if (report.video().stream().anyMatch(rung -> rung.xpsnr().isPresent())) {
      caption(
          "Each dot is a rung: its average rate and its quality. The line to the right of it ends"
              + " at its peak.");
    }
    table(List.of("Rung", "Codec", PICTURE), List.of("Average", "Peak", "Cap", "XPSNR", "Size"));
    for (int i = 0; i < report.video().size(); i++) {
      Rung rung = report.video().get(i);
      html.open("tr").open("td");
      html.element("span", "", "class", "key", "style", "background:" + Canvas.colour(i));
      html.text(rung.name()).close();
      cell(rung.family());
      String picture =
          rung.width() + " × " + rung.height() + ", " + rung.framesPerSecond() + " fps";
      html.element("td", picture, "class", "extra");
      number(Words.bitRate(rung.averageBitsPerSecond()));
      number(Words.bitRate(rung.peakBitsPerSecond()));
      number(rung.capBitsPerSecond() == 0 ? "–" : Words.bitRate(rung.capBitsPerSecond()));
      number(rung.xpsnr().map(Words::decibels).orElse("–"));
      number(Words.bytes(rung.sizeBytes()));
      html.close();
    }
    endTable();
  }

  private void sound() {
    if (report.sound().isEmpty()) {
      return;
    }
    section("Sound");
    table(
        List.of("Track", "Language", "Format"),
        List.of("Average", "Loudness", "Range", "True peak", "Gain", "Size"));
    for (Sound sound : report.sound()) {
      html.open("tr");
      cell(sound.name());
      cell(Words.language(sound.language()));
      cell(sound.format());
      number(Words.bitRate(sound.averageBitsPerSecond()));
      number(sound.loudness().map(l -> value(l.output().integratedLufs(), "LUFS")).orElse("–"));
      number(sound.loudness().map(l -> value(l.output().rangeLu(), "LU")).orElse("–"));
      number(sound.loudness().map(l -> value(l.output().truePeakDbtp(), "dBTP")).orElse("–"));
      number(sound.loudness().map(RenditionTables::gain).orElse("–"));
      number(Words.bytes(sound.sizeBytes()));
      html.close();
    }
    endTable();
  }

  private void text() {
    if (report.text().isEmpty()) {
      return;
    }
    section("Subtitles and captions");
    table(List.of("Track", "Language", "Format"), List.of("Size"));
    for (Text text : report.text()) {
      html.open("tr");
      cell(text.name());
      cell(Words.language(text.language()));
      cell(text.format());
      number(Words.bytes(text.sizeBytes()));
      html.close();
    }
    endTable();
  }

  private static String value(double value, String unit) {
    return String.format(Locale.ROOT, "%.1f %s", value, unit);
  }

  private static String gain(Loudness.Applied loudness) {
    return loudness.gain() == 0 ? "none" : String.format(Locale.ROOT, "%+.1f dB", loudness.gain());
  }

  private void section(String heading) {
    html.line().open("section").element("h2", heading);
  }

  private void caption(String words) {
    html.element("p", words, "class", "caption");
  }

  private void table(List<String> words, List<String> numbers) {
    html.open("div", "class", "scroll").open("table").open("thead").open("tr");
    words.forEach(heading -> html.element("th", heading, "class", extra(heading)));
    numbers.forEach(heading -> html.element("th", heading, "class", "number"));
    html.close().close().open("tbody");
  }

  /** What phones have no room for. */
  private static String extra(String heading) {
    return heading.equals(PICTURE) ? "extra" : "word";
  }

  private void cell(String text) {
    html.element("td", text, "dir", "auto");
  }

  private void number(String text) {
    html.element("td", text, "class", "number");
  }

  private void endTable() {
    html.close().close().close().close();
  }
}
