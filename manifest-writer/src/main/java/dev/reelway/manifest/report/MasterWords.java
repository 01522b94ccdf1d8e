package dev.reelway.manifest.report;

import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.TextStream;
import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.manifest.report.VersionReport.Fact;
import dev.reelway.manifest.report.VersionReport.MasterFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What went in, in plain words. */
final class MasterWords {

  private MasterWords() {}

  static MasterFacts of(Inspection inspection) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "File",
            join(
                Words.format(inspection.container()),
                Words.bytes(inspection.master().sizeBytes()),
                MediaTime.timecode(inspection.durationSeconds()))));
    inspection.video().ifPresent(video -> facts.add(new Fact("Picture", picture(video))));
    inspection.audio().forEach(audio -> facts.add(new Fact("Sound", sound(audio))));
    inspection.text().forEach(text -> facts.add(new Fact("Text", text(text))));
    inspection.sidecars().forEach(file -> facts.add(new Fact("Beside it", file.name())));
    inspection
        .others()
        .forEach(other -> facts.add(new Fact("Left out", other.type() + ". " + other.reason())));
    return new MasterFacts(
        inspection.master().name(),
        inspection.master().sizeBytes(),
        inspection.master().sha256(),
        facts);
  }

  private static String picture(VideoStream video) {
    return join(
        video.width() + " × " + video.height(),
        Words.rate(video.rate())
            + " frames per second"
            + (video.variableRate() ? " (made constant)" : ""),
        Words.count(video.frameMap().size(), "frame"),
        (Words.format(video.codec()) + " " + video.profile()).strip(),
        video.bitDepth() + " bit",
        range(video.colour()),
        video.fieldOrder().interlaced() ? "interlaced, made progressive" : "progressive",
        Words.bitRate(video.bitsPerSecond()));
  }

  static String range(Colour colour) {
    return switch (colour.transfer()) {
      case 16 -> "HDR (PQ)";
      case 18 -> "HDR (HLG)";
      default -> "standard range";
    };
  }

  private static String sound(AudioStream audio) {
    return join(
        audio.channelLayout(),
        Words.format(audio.codec()) + " " + Words.sampleRate(audio.sampleRate()),
        track(audio.language(), audio.role(), audio.name()),
        audio
            .loudness()
            .map(
                loudness ->
                    String.format(
                        Locale.ROOT,
                        "%.1f LUFS, true peak %.1f dBTP",
                        loudness.integratedLufs(),
                        loudness.truePeakDbtp()))
            .orElse(""));
  }

  private static String text(TextStream text) {
    return join(Words.format(text.codec()), track(text.language(), text.role(), text.name()));
  }

  private static String track(String language, TrackRole role, String name) {
    String spoken = language.equals("und") ? "language not said" : language;
    String purpose = role == TrackRole.MAIN ? "" : " (" + role.word() + ")";
    return spoken + purpose + (name.isBlank() ? "" : " “" + name + "”");
  }

  private static String join(String... parts) {
    return String.join(" · ", List.of(parts).stream().filter(part -> !part.isEmpty()).toList());
  }
}
