package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.TextStream;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.scan.CaptionScan;
import dev.reelway.media.scan.StreamScan;
import dev.reelway.media.text.read.TextFile;
import dev.reelway.media.text.write.TitleCues;
import java.util.ArrayList;
import java.util.List;

/** What people should know about the text of a title. */
final class TextFindings {

  private static final Rational NOTICEABLE_SECONDS = Rational.ONE;
  private static final int MOST_FAULTS = 5;

  private TextFindings() {}

  /** About all tracks together. */
  static List<Finding> of(List<TextStream> tracks) {
    if (tracks.size() < 2) {
      return List.of();
    }
    return tracks.stream()
        .filter(track -> track.language().equals("und"))
        .map(
            track ->
                Finding.of(
                    FindingCode.LANGUAGE_MISSING,
                    "Text track %s has no language tag; viewers cannot tell it from the others."
                        .formatted(words(track))))
        .toList();
  }

  /** About a stream, from its time stamps. */
  static List<Finding> of(StreamScan stream, Range title) {
    Rational first = stream.timeBase().times(stream.firstTicks()).minus(title.origin());
    Rational last = stream.timeBase().times(stream.endTicks()).minus(title.origin());
    boolean early = first.plus(NOTICEABLE_SECONDS).signum() < 0;
    boolean late = last.minus(title.duration()).compareTo(NOTICEABLE_SECONDS) > 0;
    return early || late
        ? List.of(
            Finding.of(
                FindingCode.TEXT_OUTSIDE_TITLE,
                "Text track %d has text before the first picture or after the last; it is left out."
                    .formatted(stream.index())))
        : List.of();
  }

  /**
   * About captions in the picture: those of a form that is not read are told if there are no
   * others.
   */
  static List<Finding> of(CaptionScan captions) {
    return captions.unread().isEmpty() || !captions.channels().isEmpty()
        ? List.of()
        : List.of(
            Finding.of(
                FindingCode.CAPTIONS_NOT_READ,
                "The picture has %s captions, which are not read; supply them as a WebVTT or SubRip file."
                    .formatted(captions.unread())));
  }

  /** About a file, from all its cues. */
  static List<Finding> of(String name, TextFile file, Range title) {
    List<Finding> findings = new ArrayList<>();
    if (file.charset().assumed()) {
      findings.add(
          Finding.of(
              FindingCode.TEXT_CHARSET_ASSUMED,
              "'%s' is not UTF-8; its letters are read as %s. Look at them, or save it as UTF-8."
                  .formatted(name, file.charset().name())));
    }
    List<String> faults = file.content().faults();
    if (!faults.isEmpty()) {
      findings.add(Finding.of(FindingCode.TEXT_MALFORMED, faults(name, faults)));
    }
    TitleCues cues = TitleCues.of(file.content().cues(), Rational.ZERO, title.duration());
    if (cues.cues().isEmpty()) {
      findings.add(
          Finding.of(
              FindingCode.TEXT_EMPTY, "Nothing of '%s' is shown in the title.".formatted(name)));
    }
    if (cues.dropped() > 0) {
      findings.add(
          Finding.of(
              FindingCode.TEXT_OUTSIDE_TITLE,
              "%d of the %d texts in '%s' lie outside the title and are left out."
                  .formatted(cues.dropped(), file.content().cues().size(), name)));
    }
    return findings;
  }

  private static String faults(String name, List<String> faults) {
    int more = faults.size() - MOST_FAULTS;
    String list = String.join(" ", faults.subList(0, Math.min(MOST_FAULTS, faults.size())));
    return "Parts of '%s' cannot be understood and are left out. %s%s"
        .formatted(name, list, more > 0 ? " And " + more + " more." : "");
  }

  private static String words(TextStream track) {
    if (track.captionChannel() > 0) {
      return "CC" + track.captionChannel();
    }
    return track.file() == 0 ? Integer.toString(track.index()) : "of file " + track.file();
  }
}
