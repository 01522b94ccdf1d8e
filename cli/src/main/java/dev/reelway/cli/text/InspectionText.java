package dev.reelway.cli.text;

import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.Loudness;
import dev.reelway.contracts.master.OtherStream;
import dev.reelway.contracts.master.SourceFiles;
import dev.reelway.contracts.master.TextStream;
import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An inspection in plain words: what the master is, then what is to be said about it. */
public final class InspectionText {

  /** Below this peak in dBTP nothing is heard. */
  private static final double SILENT_PEAK = -60;

  /** What some programs write when nobody has named a track. */
  private static final Set<String> NO_NAMES = Set.of("Core Media Audio", "Stereo");

  private InspectionText() {}

  /** One line per fact. */
  public static List<String> lines(Inspection inspection) {
    List<String> lines = new ArrayList<>();
    lines.add(
        label("Master")
            + String.join(
                " · ",
                inspection.master().name(),
                MediaNames.container(inspection.container()),
                Sizes.bytes(inspection.master().sizeBytes()),
                MediaTime.timecode(inspection.durationSeconds())));
    inspection.video().ifPresent(video -> lines.add(label("Picture") + picture(video)));
    inspection.audio().forEach(audio -> lines.add(label("Sound") + sound(inspection, audio)));
    inspection.text().forEach(text -> lines.add(label("Text") + text(inspection, text)));
    inspection.others().forEach(other -> lines.add(label("Left out") + other(other)));
    // The line of a sound track tells its loudness already.
    List<Finding> findings =
        inspection.findings().stream()
            .filter(finding -> !finding.code().equals(FindingCode.LOUDNESS.code()))
            .toList();
    lines.addAll(FindingsText.lines(findings));
    return lines;
  }

  private static String picture(VideoStream video) {
    String shape =
        video.sampleAspectRatio().equals(Rational.ONE)
            ? ""
            : " (pixels " + video.sampleAspectRatio() + ")";
    return String.join(
        " · ",
        video.width() + " × " + video.height() + shape,
        rate(video),
        (MediaNames.codec(video.codec()) + " " + video.profile()).strip(),
        MediaNames.samples(video.pixelFormat(), video.bitDepth()),
        MediaNames.colour(video.colour()),
        Sizes.bitRate(video.bitsPerSecond()));
  }

  private static String rate(VideoStream video) {
    Rational exact = video.rate().framesPerSecond();
    String perSecond = exact.denominator() == 1 ? exact.toString() : video.rate().toDecimal();
    String how = video.variableRate() ? " (made constant)" : "";
    String fields = video.fieldOrder().interlaced() ? " (made of fields)" : "";
    String film = video.pulldown().isPresent() ? " (pulldown undone)" : "";
    return perSecond + " fps" + how + fields + film + ", " + video.frameMap().size() + " frames";
  }

  private static String sound(Inspection inspection, AudioStream audio) {
    List<String> parts = new ArrayList<>();
    parts.add(audio.index() + ": " + audio.channelLayout());
    parts.add(MediaNames.codec(audio.codec()) + " " + MediaNames.sampleRate(audio.sampleRate()));
    parts.add(track(audio.language(), audio.role(), audio.name()));
    audio.loudness().ifPresent(loudness -> parts.add(loudness(loudness)));
    origin(inspection, audio.file()).ifPresent(parts::add);
    return String.join(" · ", parts);
  }

  private static String loudness(Loudness loudness) {
    if (loudness.truePeakDbtp() < SILENT_PEAK) {
      return "silent";
    }
    return String.format(
        Locale.ROOT,
        "%.1f LUFS, range %.1f LU, true peak %.1f dBTP",
        loudness.integratedLufs(),
        loudness.rangeLu(),
        loudness.truePeakDbtp());
  }

  private static String text(Inspection inspection, TextStream text) {
    List<String> parts = new ArrayList<>();
    String channel = text.captionChannel() > 0 ? " CC" + text.captionChannel() : "";
    parts.add(text.index() + ": " + MediaNames.codec(text.codec()) + channel);
    parts.add(track(text.language(), text.role(), text.name()));
    origin(inspection, text.file()).ifPresent(parts::add);
    return String.join(" · ", parts);
  }

  /** Where a track comes from that is not in the master. */
  private static Optional<String> origin(Inspection inspection, int file) {
    return file == SourceFiles.MASTER
        ? Optional.empty()
        : Optional.of("from " + inspection.file(file).name());
  }

  private static String track(String language, TrackRole role, String name) {
    String spoken = language.equals("und") ? "language not said" : language;
    boolean named = !name.isBlank() && !name.endsWith("Handler") && !NO_NAMES.contains(name);
    String purpose = role == TrackRole.MAIN ? "" : " (" + role.word() + ")";
    return spoken + purpose + (named ? " \"" + name + "\"" : "");
  }

  private static String other(OtherStream other) {
    String codec = other.codec().isEmpty() ? "" : " (" + MediaNames.codec(other.codec()) + ")";
    return other.index() + ": " + other.type() + codec + ". " + other.reason();
  }

  static String label(String text) {
    return String.format(Locale.ROOT, "%-9s", text);
  }
}
