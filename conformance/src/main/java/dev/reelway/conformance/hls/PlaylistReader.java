package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.rule.Findings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Bytes to a playlist. Whatever is wrong is noted with its line, and reading goes on behind it; no
 * bytes make it throw.
 */
final class PlaylistReader {
  private final Faults faults;
  private final List<Tag> tags = new ArrayList<>();
  private final List<Line> uris = new ArrayList<>();

  private PlaylistReader(Faults faults) {
    this.faults = faults;
  }

  static Playlist read(String path, byte[] bytes, Findings findings) {
    return new PlaylistReader(new Faults(path, findings)).read(bytes);
  }

  private Playlist read(byte[] bytes) {
    List<Line> lines = LineScanner.scan(bytes, faults);
    if (lines.isEmpty() || !lines.get(0).text().equals("#EXTM3U")) {
      String found = lines.isEmpty() ? "an empty file" : lines.get(0).text();
      faults.add(HlsRule.HLS_FIRST_LINE, 1, "#EXTM3U", found);
    }
    lines.forEach(this::sort);
    boolean multivariant =
        tags.stream().anyMatch(tag -> tag.name().scope() == HlsTag.Scope.MULTIVARIANT);
    checkPlaces(multivariant);
    VersionCheck.check(tags, faults);
    return multivariant
        ? new MultivariantPlaylistBuilder(faults).build(tags, uris)
        : new MediaPlaylistBuilder(faults).build(tags, uris);
  }

  private void sort(Line line) {
    if (line.text().startsWith("#EXT")) {
      TagReader.read(line, faults).ifPresent(tags::add);
    } else if (!line.text().isBlank() && !line.text().startsWith("#")) {
      uris.add(line);
    }
  }

  private void checkPlaces(boolean multivariant) {
    Set<HlsTag> seen = EnumSet.noneOf(HlsTag.class);
    for (Tag tag : tags) {
      HlsTag.Scope scope = tag.name().scope();
      if (!seen.add(tag.name()) && scope.once()) {
        faults.add(
            HlsRule.HLS_TAG_REPEATED, tag.line(), "once", "#" + tag.name().text() + " again");
      }
      if (multivariant && scope.media()) {
        faults.add(
            HlsRule.HLS_TAG_MISPLACED,
            tag.line(),
            "no tag of media playlists in a multivariant playlist",
            "#" + tag.name().text());
      }
    }
  }
}
