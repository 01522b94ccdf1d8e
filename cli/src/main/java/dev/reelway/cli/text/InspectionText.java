package dev.reelway.cli.text;

import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.OtherStream;
import dev.reelway.contracts.master.SourceFiles;
import dev.reelway.contracts.master.TextStream;
import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.time.Rational;
import java.util.ArrayList;
import java.util.List;

/** An inspection in plain words. */
public final class InspectionText {

  private InspectionText() {}

  /** One line per fact. */
  public static List<String> lines(Inspection inspection) {
    List<String> lines = new ArrayList<>();
    lines.add(
        label("Master")
            + inspection.master().name()
            + " · "
            + Sizes.bytes(inspection.master().sizeBytes())
            + " · "
            + container(inspection.container())
            + " · "
            + MediaTime.timecode(inspection.durationSeconds()));
    inspection.video().ifPresent(video -> lines.add(label("Picture") + picture(video)));
    inspection.audio().forEach(audio -> lines.add(label("Sound") + sound(inspection, audio)));
    inspection.text().forEach(text -> lines.add(label("Text") + text(inspection, text)));
    inspection.others().forEach(other -> lines.add(label("Left out") + other(other)));
    inspection.findings().forEach(finding -> lines.add(finding(finding)));
    return lines;
  }

  /** A finding with its severity. */
  public static String finding(Finding finding) {
    String label = finding.severity() == Finding.Severity.WARNING ? "Warning" : "Note";
    return label(label) + finding.message() + " [" + finding.code() + "]";
  }

  // FFmpeg names a container by all its file endings.
  private static String container(String name) {
    if (name.startsWith("mov,")) {
      return "MP4/MOV";
    }
    return name.startsWith("matroska,") ? "Matroska/WebM" : name;
  }

  private static String picture(VideoStream video) {
    String size = video.width() + "x" + video.height();
    String shape =
        video.sampleAspectRatio().equals(Rational.ONE)
            ? ""
            : " (pixels " + video.sampleAspectRatio() + ")";
    String rate =
        video.rate().toDecimal()
            + " fps"
            + (video.variableRate() ? " (made constant)" : "")
            + ", "
            + video.frameMap().size()
            + " frames";
    return String.join(
        " · ",
        (video.codec() + " " + video.profile()).strip(),
        size + shape,
        rate,
        video.pixelFormat(),
        Sizes.bitRate(video.bitsPerSecond()));
  }

  private static String sound(Inspection inspection, AudioStream audio) {
    String name = audio.name().isEmpty() ? "" : " \"" + audio.name() + "\"";
    String role = audio.role() == TrackRole.MAIN ? "" : " · " + audio.role().word();
    String file =
        audio.file() == SourceFiles.MASTER ? "" : " · from " + inspection.file(audio.file()).name();
    return audio.codec()
        + " · "
        + audio.channelLayout()
        + " · "
        + audio.sampleRate()
        + " Hz · "
        + audio.language()
        + name
        + role
        + file;
  }

  private static String text(Inspection inspection, TextStream text) {
    List<String> facts = new ArrayList<>();
    facts.add(text.codec() + (text.captionChannel() > 0 ? " CC" + text.captionChannel() : ""));
    facts.add(text.language());
    if (text.role() != TrackRole.MAIN) {
      facts.add(text.role().word());
    }
    if (text.file() != SourceFiles.MASTER) {
      facts.add(inspection.file(text.file()).name());
    }
    String name = text.name().isEmpty() ? "" : " \"" + text.name() + "\"";
    return String.join(" · ", facts) + name;
  }

  private static String other(OtherStream other) {
    String codec = other.codec().isEmpty() ? "" : " (" + other.codec() + ")";
    return "stream " + other.index() + ", " + other.type() + codec + ": " + other.reason();
  }

  static String label(String text) {
    return String.format(java.util.Locale.ROOT, "%-9s", text);
  }
}
