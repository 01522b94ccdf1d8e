package dev.reelway.conformance.hls;

import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Rule;
import dev.reelway.conformance.rule.Where;
import dev.reelway.conformance.webvtt.Cue;
import dev.reelway.conformance.webvtt.TimestampMap;
import dev.reelway.conformance.webvtt.WebVttFile;
import dev.reelway.contracts.time.MediaTime;
import java.util.List;
import java.util.Optional;

/** Judges the WebVTT segments of a rendition in order; holds the cues of one segment. */
final class TextSegments {
  /** Times are milliseconds: a border may be rounded to either side. */
  private static final int SLACK_MILLIS = 2;

  private final String playlist;
  private final Findings findings;
  private List<Cue> before = List.of();
  private Optional<TimestampMap> firstMap = Optional.empty();
  private int number;

  TextSegments(String playlist, Findings findings) {
    this.playlist = playlist;
    this.findings = findings;
  }

  /** Takes the next segment, which covers {@code start} to {@code end} of media time. */
  void next(String path, WebVttFile file, long start, long end) {
    number++;
    Where where = Where.segment(playlist, path, number, new MediaTime(start, 1000));
    expect(file.hasHeader(), HlsRule.VTT_HEADER, where, "WEBVTT", "something else");
    map(file, where);
    file.faults()
        .forEach(
            fault ->
                findings.add(
                    HlsRule.VTT_CUE,
                    where,
                    fault.expected(),
                    "line " + fault.line() + ": " + fault.found()));
    long offset = file.map().map(TimestampMap::offsetMillis).orElse(0L);
    List<Cue> cues = file.cues().stream().map(cue -> cue.shifted(offset)).toList();
    cues.forEach(cue -> placed(cue, start, end, where));
    repeated(cues, start, where);
    before = cues.stream().filter(cue -> cue.endMillis() > end + SLACK_MILLIS).toList();
  }

  private void map(WebVttFile file, Where where) {
    if (!file.hasMap()) {
      findings.add(HlsRule.VTT_TIMESTAMP_MAP_MISSING, where, "X-TIMESTAMP-MAP", "none");
    }
    expect(
        file.hasMap() == file.map().isPresent(),
        HlsRule.VTT_TIMESTAMP_MAP,
        where,
        "MPEGTS:0,LOCAL:00:00:00.000",
        "what cannot be read");
    if (file.map().isPresent()) {
      firstMap = firstMap.or(file::map);
      long expected = firstMap.map(TimestampMap::offsetMillis).orElse(0L);
      long found = file.map().get().offsetMillis();
      expect(
          expected == found,
          HlsRule.VTT_TIMESTAMP_MAP,
          where,
          "an offset of " + expected + " ms, as in the first segment",
          found + " ms");
    }
  }

  private void placed(Cue cue, long start, long end, Where where) {
    boolean touches =
        cue.startMillis() < end + SLACK_MILLIS && cue.endMillis() > start - SLACK_MILLIS;
    expect(
        touches,
        HlsRule.VTT_CUE_OUTSIDE,
        where,
        "cues between " + time(start) + " and " + time(end),
        "line " + cue.line() + ": " + time(cue.startMillis()) + " to " + time(cue.endMillis()));
  }

  private void repeated(List<Cue> cues, long start, Where where) {
    for (Cue cue : before) {
      expect(
          cues.stream().anyMatch(cue::repeats),
          HlsRule.VTT_CUE_REPEATED,
          where,
          "the cue of " + time(cue.startMillis()) + " to " + time(cue.endMillis()) + " again",
          "none");
    }
    for (Cue cue : cues) {
      boolean crosses =
          cue.startMillis() < start - SLACK_MILLIS && cue.endMillis() > start + SLACK_MILLIS;
      expect(
          !crosses || before.stream().anyMatch(cue::repeats),
          HlsRule.VTT_CUE_REPEATED,
          where,
          "the cue of " + time(cue.startMillis()) + " in the segment before as well",
          "only here");
    }
  }

  private void expect(boolean holds, Rule rule, Where where, String expected, String found) {
    findings.expect(holds, rule, where, expected, found);
  }

  private static String time(long millis) {
    return new MediaTime(millis, 1000).timecode();
  }
}
