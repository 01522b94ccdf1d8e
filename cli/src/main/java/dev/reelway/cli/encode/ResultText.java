package dev.reelway.cli.encode;

import dev.reelway.cli.text.Sizes;
import dev.reelway.cli.text.SoundText;
import dev.reelway.cli.text.Table;
import dev.reelway.contracts.master.Loudness;
import dev.reelway.contracts.title.AudioTrack;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.title.TextTrack;
import dev.reelway.contracts.title.TitleReport;
import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.title.VideoTrack;
import dev.reelway.contracts.work.EncodedTrackPart.Quality;
import dev.reelway.contracts.work.SegmentEntry;
import dev.reelway.manifest.BitrateWindow;
import dev.reelway.manifest.SegmentTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table at the end of an encode. */
final class ResultText {

  private static final int MOST_DAMAGE = 10;

  private ResultText() {}

  static List<String> lines(TitleReport report) {
    Presentation presentation = report.presentation();
    long target = SegmentTimes.targetSeconds(presentation);
    Table table = new Table("Rung", "Size", "Average", "Peak", "XPSNR", "Bytes");
    for (VideoTrack track : presentation.video()) {
      Quality quality = report.quality().get(track.id());
      row(
          table,
          track.name(),
          track.width() + "x" + track.height(),
          track,
          target,
          quality == null || quality.frames() == 0
              ? "-"
              : String.format(Locale.ROOT, "%.2f dB", quality.xpsnrLuma()));
    }
    for (AudioTrack track : presentation.audio()) {
      String what = SoundText.codec(track.codec()) + " " + SoundText.channels(track.channels());
      row(table, track.name(), what, track, target, "-");
    }
    for (TextTrack track : presentation.text()) {
      row(table, track.name(), formatOf(track), track, target, "-");
    }
    return table.lines();
  }

  private static String formatOf(TextTrack track) {
    return switch (track.format()) {
      case WEBVTT -> "WebVTT";
      case WVTT -> "wvtt";
      case IMSC1 -> "IMSC1";
    };
  }

  /** What was bridged in the master; a badly damaged one has more to tell than anybody reads. */
  static List<String> damage(TitleReport report) {
    List<String> lines =
        new ArrayList<>(
            report.damage().stream().limit(MOST_DAMAGE).map(s -> "Bridged  " + s).toList());
    int more = report.damage().size() - MOST_DAMAGE;
    if (more > 0) {
      lines.add("Bridged  " + more + " more places; the version's report.json has all of them.");
    }
    return lines;
  }

  /** How loud the sound came out, one line for each track. */
  static List<String> loudness(TitleReport report) {
    List<String> lines = new ArrayList<>();
    for (AudioTrack track : report.presentation().audio()) {
      Loudness.Applied loudness = report.loudness().get(track.id());
      if (loudness != null) {
        lines.add(
            String.format(
                Locale.ROOT,
                "Loudness %s, %s %s: %.1f LUFS, range %.1f LU, true peak %.1f dBTP%s",
                track.name(),
                SoundText.codec(track.codec()),
                SoundText.channels(track.channels()),
                loudness.output().integratedLufs(),
                loudness.output().rangeLu(),
                loudness.output().truePeakDbtp(),
                gain(loudness.gain())));
      }
    }
    return lines;
  }

  private static String gain(double decibels) {
    return decibels == 0 ? "" : String.format(Locale.ROOT, " (after a gain of %+.1f dB)", decibels);
  }

  private static void row(
      Table table, String name, String size, Track track, long target, String quality) {
    BitrateWindow rate = BitrateWindow.of(track, target);
    long bytes = track.segments().stream().mapToLong(SegmentEntry::sizeBytes).sum();
    table.row(
        name,
        size,
        Sizes.bitRate(rate.averageBitsPerSecond()),
        Sizes.bitRate(rate.peakBitsPerSecond()),
        quality,
        Sizes.bytes(bytes));
  }
}
