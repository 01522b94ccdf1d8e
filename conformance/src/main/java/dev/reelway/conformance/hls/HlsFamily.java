package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.model.DeclaredSegment;
import dev.reelway.conformance.model.DeclaredTrack;
import dev.reelway.conformance.model.ManifestFamily;
import dev.reelway.conformance.model.ManifestJudge;
import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.model.Renditions;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.place.Resource;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.contracts.time.Rational;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads an HLS title: the multivariant playlist and every media playlist that it names. */
public final class HlsFamily implements ManifestFamily {

  @Override
  public boolean reads(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".m3u8");
  }

  @Override
  public ManifestJudge read(Place place, String path, Renditions renditions, Findings findings)
      throws IOException {
    return new Reading(place, renditions, findings).read(path);
  }

  /** One title being read. */
  private static final class Reading {
    private final Place place;
    private final Renditions renditions;
    private final Findings findings;
    private final Map<String, HlsPackage.Entry> entries = new LinkedHashMap<>();

    Reading(Place place, Renditions renditions, Findings findings) {
      this.place = place;
      this.renditions = renditions;
      this.findings = findings;
    }

    ManifestJudge read(String path) throws IOException {
      Optional<Playlist> playlist = playlist(path, new Faults(path, findings), 0);
      if (playlist.isEmpty()) {
        return (measurements, found) -> {};
      }
      MultivariantPlaylist top = top(playlist.get());
      HlsPackage title = new HlsPackage(place, top, entries);
      return new HlsJudge(title);
    }

    private MultivariantPlaylist top(Playlist playlist) throws IOException {
      if (playlist instanceof MultivariantPlaylist multivariant) {
        named(multivariant);
        return multivariant;
      }
      MediaPlaylist media = (MediaPlaylist) playlist;
      add(media, MediaKind.VIDEO);
      return new MultivariantPlaylist(media.path(), false, List.of(), List.of());
    }

    private void named(MultivariantPlaylist top) throws IOException {
      for (Variant variant : top.variants()) {
        media(top, variant.path(), variant.line(), Kinds.of(variant));
      }
      for (MediaRendition rendition : top.renditions()) {
        if (rendition.attributes().text("URI").isPresent()) {
          media(top, rendition.path(), rendition.line(), Kinds.of(rendition));
        }
      }
    }

    private void media(MultivariantPlaylist top, Optional<String> path, int line, MediaKind kind)
        throws IOException {
      Faults faults = new Faults(top.path(), findings);
      if (path.isEmpty()) {
        faults.add(HlsRule.HLS_PLAYLIST_MISSING, line, "a playlist of the package", "elsewhere");
      } else if (!entries.containsKey(path.get()) && !path.get().equals(top.path())) {
        Optional<Playlist> playlist = playlist(path.get(), faults, line);
        if (playlist.filter(MediaPlaylist.class::isInstance).isPresent()) {
          add((MediaPlaylist) playlist.get(), kind);
        } else if (playlist.isPresent()) {
          faults.add(HlsRule.HLS_PLAYLIST_MISSING, line, "a media playlist", path.get());
        }
      }
    }

    private Optional<Playlist> playlist(String path, Faults faults, int line) throws IOException {
      Optional<Resource> resource = place.open(path);
      if (resource.isEmpty()) {
        faults.add(HlsRule.HLS_PLAYLIST_MISSING, line, "the file " + path, "none");
        return Optional.empty();
      }
      renditions.addManifest(path);
      if (resource.get().sizeBytes() > LineScanner.MAX_BYTES) {
        faults.add(HlsRule.HLS_TEXT_LIMIT, line, "at most 64 MiB", path + " is larger");
        return Optional.empty();
      }
      byte[] bytes = resource.get().readAll(LineScanner.MAX_BYTES);
      return Optional.of(PlaylistReader.read(path, bytes, findings));
    }

    private void add(MediaPlaylist playlist, MediaKind named) {
      Optional<Location> init = playlist.segments().stream().findFirst().flatMap(MediaSegment::map);
      MediaKind kind = named == MediaKind.TEXT && init.isEmpty() ? MediaKind.TEXT_FILES : named;
      DeclaredTrack track =
          new DeclaredTrack(playlist.path(), playlist.path(), kind, init, segments(playlist));
      renditions.add(track);
      entries.put(playlist.path(), new HlsPackage.Entry(playlist, track));
    }

    private static List<DeclaredSegment> segments(MediaPlaylist playlist) {
      List<DeclaredSegment> segments = new ArrayList<>();
      Rational start = Rational.ZERO;
      for (MediaSegment segment : playlist.segments()) {
        if (segment.location().isPresent()) {
          segments.add(new DeclaredSegment(segment.location().get(), start, segment.duration()));
        }
        start = start.plus(segment.duration());
      }
      return segments;
    }
  }
}
