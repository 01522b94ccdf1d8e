package dev.reelway.manifest.report;

import dev.reelway.manifest.report.VersionReport.Check;
import dev.reelway.manifest.report.VersionReport.Fact;
import dev.reelway.manifest.report.VersionReport.Moment;
import dev.reelway.manifest.report.VersionReport.Remark;
import dev.reelway.manifest.report.VersionReport.Rung;
import dev.reelway.manifest.report.VersionReport.Stage;
import dev.reelway.manifest.report.VersionReport.Structure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The report as one page that needs nothing but itself: no host, no script, no font. */
public final class ReportPage {

  /** Forbids scripts and every address, should anything ever slip into the page. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

  private final VersionReport report;
  private final Map<Moment, byte[]> stills;
  private final Html html = new Html();

  private ReportPage(VersionReport report, Map<Moment, byte[]> stills) {
    this.report = report;
    this.stills = stills;
  }

  /**
   * The page.
   *
   * @param stills JPEGs of moments, as {@code PartDetail.Still} says, where there are any
   */
  public static String of(VersionReport report, Map<Moment, byte[]> stills) {
    return new ReportPage(report, stills).page();
  }

  private String page() {
    html.open("html", "lang", "en").line().open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    html.element("title", report.title() + " · version " + report.version());
    html.styleSheet(styleSheet()).close().line().open("body").open("main");
    header();
    warnings();
    master();
    new RenditionTables(html, report).write();
    overTime();
    worst();
    structure();
    checks();
    stages();
    notes();
    footer();
    return html.close().close().close().toString();
  }

  private static String styleSheet() {
    try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void header() {
    html.line().element("h1", report.title(), "dir", "auto");
    html.element("p", "Report of version " + report.version(), "class", "kicker");
    html.line().open("div", "class", "figures");
    figure(Words.span(report.durationSeconds()), "long", "");
    if (!report.video().isEmpty()) {
      int rungs = report.video().size();
      figure(Words.count(rungs), (rungs == 1 ? "rung, " : "rungs, ") + rungs(), "");
    }
    best()
        .ifPresent(
            rung ->
                figure(Words.decibels(rung.xpsnr().orElseThrow()), "XPSNR of " + rung.name(), ""));
    if (!report.sound().isEmpty()) {
      int tracks = report.sound().size();
      figure(Words.count(tracks), tracks == 1 ? "sound track" : "sound tracks", "");
    }
    double took = StageChart.end(report.stages());
    figure(Words.span(took), "to make" + speed(took), "");
    int warnings = report.warnings().size();
    figure(
        warnings == 0 ? "None" : Integer.toString(warnings),
        warnings == 1 ? "warning" : "warnings",
        warnings == 0 ? " good" : " warn");
    html.close();
  }

  private String speed(double tookSeconds) {
    return tookSeconds < 1
        ? ""
        : String.format(Locale.ROOT, ", %.1f × real time", report.durationSeconds() / tookSeconds);
  }

  private String rungs() {
    Rung highest = report.video().get(0);
    Rung lowest = report.video().get(report.video().size() - 1);
    return report.video().size() == 1 ? highest.name() : highest.name() + " to " + lowest.name();
  }

  private Optional<Rung> best() {
    return report.video().stream().filter(rung -> rung.xpsnr().isPresent()).findFirst();
  }

  private void figure(String value, String label, String style) {
    html.open("div", "class", "figure" + style);
    html.element("b", value).element("span", label).close();
  }

  private void section(String heading) {
    html.line().open("section").element("h2", heading);
  }

  private void warnings() {
    if (!report.warnings().isEmpty()) {
      section("Please look at this");
      remarks(report.warnings(), "warnings");
      html.close();
    }
  }

  private void notes() {
    if (!report.notes().isEmpty()) {
      section("Good to know");
      remarks(report.notes(), "notes");
      html.close();
    }
  }

  private void remarks(List<Remark> remarks, String style) {
    html.open("ul", "class", "remarks " + style);
    for (Remark remark : remarks) {
      html.open("li").text(remark.message() + " ");
      if (!remark.advice().isEmpty()) {
        html.element("span", remark.advice() + " ", "class", "soft");
      }
      if (!remark.code().isEmpty()) {
        html.element("code", remark.code());
      }
      html.close();
    }
    html.close();
  }

  private void master() {
    section("What went in");
    html.element("p", report.master().name(), "dir", "auto", "class", "name").open("dl");
    for (Fact fact : report.master().facts()) {
      html.element("dt", fact.label()).element("dd", fact.words());
    }
    html.close().close();
  }

  private void overTime() {
    if (report.video().isEmpty()) {
      return;
    }
    section("Bit rate over time");
    legend();
    TimeChart.bitrate(html, report);
    caption("Rate of each segment. The scale is by ratio, so that small rungs can be seen, too.");
    html.close();
    if (best().isPresent()) {
      section("Picture quality over time");
      legend();
      TimeChart.scores(html, report);
      caption(
          "XPSNR in dB of one frame of every GOP against the picture that the encoder was given;"
              + " higher is better, and above 50 nobody sees a difference. "
              + (report.worst().isEmpty() ? "" : "The numbers mark the moments shown below."));
      html.close();
    }
  }

  private void legend() {
    html.open("ul", "class", "legend");
    for (int i = 0; i < report.video().size(); i++) {
      Rung rung = report.video().get(i);
      html.open("li")
          .element("span", "", "class", "key", "style", "background:" + Canvas.colour(i));
      html.text(rung.name() + " " + rung.family()).close();
    }
    html.close();
  }

  private void caption(String words) {
    html.element("p", words, "class", "caption");
  }

  private void worst() {
    if (report.worst().isEmpty()) {
      return;
    }
    section("The weakest moments");
    html.element(
        "p",
        "The frames with the lowest scores on "
            + report.worst().get(0).rung()
            + ", the worst first; below each"
            + " the place that differs most, enlarged. If these look right, the rest does.",
        "class",
        "soft");
    int number = 0;
    for (Moment moment : report.worst()) {
      moment(++number, moment);
    }
    html.close();
  }

  private void moment(int number, Moment moment) {
    html.line().open("figure", "class", "moment").open("figcaption");
    html.element("span", Integer.toString(number), "class", "badge");
    html.element("time", moment.timecode());
    html.text(" · frame " + moment.frame() + " · " + Words.decibels(moment.xpsnr())).close();
    byte[] still = stills.get(moment);
    if (still != null) {
      String picture =
          "--picture:url(data:image/jpeg;base64," + Base64.getEncoder().encodeToString(still) + ")";
      html.open("div", "class", "pair", "style", picture);
      cell("before", "Master", moment);
      cell("after", moment.rung(), moment);
      cell("before close", "Master, enlarged", moment);
      cell("after close", moment.rung() + ", enlarged", moment);
      html.close();
    }
    html.close();
  }

  private void cell(String style, String label, Moment moment) {
    String shape =
        report.video().stream()
            .filter(rung -> rung.track().equals(moment.track()))
            .map(rung -> "aspect-ratio:" + rung.width() + "/" + rung.height())
            .findFirst()
            .orElse("aspect-ratio:16/9");
    html.open(
        "div",
        "class",
        "still " + style,
        "style",
        shape,
        "role",
        "img",
        "aria-label",
        label + " at " + moment.timecode());
    html.element("span", label).close();
  }

  private void structure() {
    if (report.structure().isEmpty()) {
      return;
    }
    Structure structure = report.structure().get();
    section("Segments and key frames");
    SegmentMap.draw(html, structure);
    caption(
        Words.count(structure.segments(), "segment")
            + " of "
            + structure.segmentFrames()
            + " frames (the last has "
            + structure.lastSegmentFrames()
            + "), a key frame at least every "
            + structure.gopFrames()
            + " frames, the same on every rung. Encoded in "
            + Words.count(structure.chunkSegments().size(), "chunk")
            + ".");
    html.close();
  }

  private void checks() {
    section("What was checked");
    html.open("ul", "class", "checks");
    for (Check check : report.checks()) {
      html.open("li").element("b", Words.count(check.count())).text(" · " + check.what()).close();
    }
    html.close();
    report
        .gate()
        .ifPresent(
            gate -> {
              html.element(
                  "p",
                  gate.passed()
                      ? "The check of the whole package let this version pass."
                      : "The check of the whole package did not let this version pass; it was"
                          + " published all the same.",
                  "class",
                  "caption");
              remarks(gate.findings(), gate.passed() ? "notes" : "warnings");
            });
    html.close();
  }

  private void stages() {
    section("How long it took");
    StageChart.draw(html, report.stages());
    html.open("div", "class", "scroll").open("table").open("thead").open("tr");
    html.element("th", "Stage");
    for (String heading : List.of("Time", "CPU", "Tasks", "Found")) {
      html.element("th", heading, "class", "number");
    }
    html.close().close().open("tbody");
    for (Stage stage : report.stages()) {
      html.open("tr").element("td", stage.name());
      number(Words.span(stage.elapsedSeconds()));
      number(Words.span(stage.cpuSeconds()));
      number(Words.count(stage.tasks()));
      number(stage.found() == 0 ? "–" : Words.count(stage.found()));
      html.close();
    }
    html.close().close().close();
    caption(
        "Stages overlap: a chunk is packaged as soon as it is encoded. CPU is processor time on all"
            + " cores, "
            + Words.span(report.stages().stream().mapToDouble(Stage::cpuSeconds).sum())
            + " in all. Found are results of an earlier run, which cost nothing again.");
    html.close();
  }

  private void number(String text) {
    html.element("td", text, "class", "number");
  }

  private void footer() {
    html.line().open("p", "class", "caption");
    html.text("Made by Reelway with ").element("code", report.engineBuild());
    html.text(" from plan ")
        .element("code", report.planHash().substring(0, Math.min(12, report.planHash().length())));
    html.text(". The numbers are in report.json beside this page.").close();
  }
}
