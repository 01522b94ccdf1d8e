package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.place.Resource;
import dev.reelway.conformance.rule.Findings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** What a media playlist must say of itself. */
final class MediaPlaylistRules implements HlsRules {
  private static final Set<String> FRAGMENT_STARTS = Set.of("styp", "moof", "sidx", "emsg", "prft");

  @Override
  public void check(HlsPackage title, Measurements measurements, Findings findings)
      throws IOException {
    for (HlsPackage.Entry entry : title.entries().values()) {
      Faults faults = new Faults(entry.playlist().path(), findings);
      targetDuration(entry.playlist(), faults);
      ending(entry.playlist(), faults);
      flags(entry, faults);
      map(title, entry, faults);
    }
  }

  private static void targetDuration(MediaPlaylist playlist, Faults faults) {
    if (playlist.targetDuration().isEmpty()) {
      return;
    }
    long target = playlist.targetDuration().getAsLong();
    for (MediaSegment segment : playlist.segments()) {
      if (segment.duration().round() > target) {
        String found = String.format("%.3f s", segment.duration().toDouble());
        faults.add(HlsRule.HLS_TARGET_DURATION, segment.line(), "at most " + target + " s", found);
      }
    }
  }

  private static void ending(MediaPlaylist playlist, Faults faults) {
    if (!playlist.has(HlsTag.EXT_X_ENDLIST)) {
      faults.add(HlsRule.HLS_END_LIST, 0, "#EXT-X-ENDLIST", "none");
    }
    if (!playlist.type().equals("VOD")) {
      String found = playlist.type().isEmpty() ? "none" : playlist.type();
      faults.add(HlsRule.HLS_PLAYLIST_TYPE, 0, "#EXT-X-PLAYLIST-TYPE:VOD", found);
    }
  }

  private static void flags(HlsPackage.Entry entry, Faults faults) {
    boolean keyFrames = entry.track().kind() == MediaKind.KEY_FRAMES;
    if (keyFrames != entry.playlist().has(HlsTag.EXT_X_I_FRAMES_ONLY)) {
      faults.add(
          HlsRule.HLS_I_FRAMES_ONLY,
          0,
          keyFrames ? "#EXT-X-I-FRAMES-ONLY" : "no #EXT-X-I-FRAMES-ONLY",
          keyFrames ? "none" : "one");
    }
    boolean images = entry.track().kind() == MediaKind.IMAGES;
    if (images != entry.playlist().has(HlsTag.EXT_X_IMAGES_ONLY)) {
      faults.add(
          HlsRule.HLS_IMAGES_ONLY,
          0,
          images ? "#EXT-X-IMAGES-ONLY" : "no #EXT-X-IMAGES-ONLY",
          images ? "none" : "one");
    }
  }

  private static void map(HlsPackage title, HlsPackage.Entry entry, Faults faults)
      throws IOException {
    Optional<MediaSegment> first = entry.playlist().segments().stream().findFirst();
    if (first.isEmpty() || first.get().map().isPresent() || first.get().location().isEmpty()) {
      return;
    }
    Optional<Resource> file = title.place().open(first.get().location().get().path());
    if (file.isPresent() && startsAsFragment(file.get(), first.get())) {
      faults.add(HlsRule.HLS_MAP, first.get().line(), "#EXT-X-MAP before the segment", "none");
    }
  }

  private static boolean startsAsFragment(Resource file, MediaSegment segment) throws IOException {
    long offset =
        segment.location().flatMap(at -> at.range()).map(part -> part.offset()).orElse(0L);
    if (file.sizeBytes() < offset + 8) {
      return false;
    }
    byte[] head = file.read(offset, 8);
    return FRAGMENT_STARTS.contains(new String(head, 4, 4, StandardCharsets.ISO_8859_1));
  }
}
