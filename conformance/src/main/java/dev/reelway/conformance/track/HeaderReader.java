package dev.reelway.conformance.track;

import dev.reelway.conformance.model.MediaKind;
import dev.reelway.isobmff.box.Box;
import dev.reelway.isobmff.box.BoxException;
import dev.reelway.isobmff.box.Boxes;
import dev.reelway.isobmff.box.ContainerBox;
import dev.reelway.isobmff.box.EditListBox;
import dev.reelway.isobmff.box.FileTypeBox;
import dev.reelway.isobmff.box.FourCc;
import dev.reelway.isobmff.box.HandlerBox;
import dev.reelway.isobmff.box.MediaHeaderBox;
import dev.reelway.isobmff.box.MovieHeaderBox;
import dev.reelway.isobmff.box.SampleDescriptionBox;
import dev.reelway.isobmff.box.SampleEntry;
import dev.reelway.isobmff.box.TimeToSampleBox;
import dev.reelway.isobmff.box.TrackExtendsBox;
import dev.reelway.isobmff.box.TrackHeaderBox;
import dev.reelway.isobmff.read.TrackDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads an init segment and judges nothing. */
public final class HeaderReader {
  private static final FourCc SUBTITLE = FourCc.of("subt");

  private HeaderReader() {}

  /**
   * Reads an init segment.
   *
   * @throws BoxException if something is missing without which no segment can be understood
   */
  public static TrackHeader read(byte[] bytes) {
    List<Box> boxes = Boxes.read(bytes, 0);
    ContainerBox movie =
        Boxes.containers(boxes, ContainerBox.MOVIE).stream()
            .findFirst()
            .orElseThrow(() -> new BoxException(ContainerBox.MOVIE, 0, "is missing"));
    List<ContainerBox> tracks = movie.containers(ContainerBox.TRACK);
    if (tracks.isEmpty()) {
      throw new BoxException(ContainerBox.TRACK, 0, "is missing");
    }
    ContainerBox track = main(tracks);
    ContainerBox media = track.container(ContainerBox.MEDIA);
    ContainerBox table =
        media.container(ContainerBox.MEDIA_INFORMATION).container(ContainerBox.SAMPLE_TABLE);
    List<Box> entries = table.require(SampleDescriptionBox.class).entries();
    if (entries.isEmpty()) {
      throw new BoxException(SampleDescriptionBox.TYPE, 0, "has no entry");
    }
    TrackHeader.Entry entry = SampleEntries.read(entries.get(0));
    Described described =
        tracks.size() == 1
            ? describe(movie, entry)
            : new Described(Optional.empty(), Optional.empty());
    return new TrackHeader(
        brands(boxes),
        kind(media),
        tracks.size(),
        track.require(TrackHeaderBox.class).trackId(),
        timescale(media),
        Math.max(1, movie.require(MovieHeaderBox.class).timescale()),
        edits(track),
        samples(table),
        entry,
        described.description(),
        described.fault(),
        defaults(movie));
  }

  private static ContainerBox main(List<ContainerBox> tracks) {
    return tracks.stream()
        .filter(
            track -> kind(track.container(ContainerBox.MEDIA)).equals(Optional.of(MediaKind.VIDEO)))
        .findFirst()
        .orElse(tracks.get(0));
  }

  private static List<FourCc> brands(List<Box> boxes) {
    List<FourCc> brands = new ArrayList<>();
    for (FileTypeBox box : Boxes.all(boxes, FileTypeBox.class)) {
      brands.add(box.majorBrand());
      brands.addAll(box.compatibleBrands());
    }
    return brands;
  }

  private static Optional<MediaKind> kind(ContainerBox media) {
    FourCc handler = media.require(HandlerBox.class).handler();
    if (handler.equals(HandlerBox.VIDEO)) {
      return Optional.of(MediaKind.VIDEO);
    }
    if (handler.equals(HandlerBox.SOUND)) {
      return Optional.of(MediaKind.AUDIO);
    }
    return handler.equals(HandlerBox.TEXT) || handler.equals(SUBTITLE)
        ? Optional.of(MediaKind.TEXT)
        : Optional.empty();
  }

  private static long timescale(ContainerBox media) {
    long timescale = media.require(MediaHeaderBox.class).timescale();
    if (timescale == 0) {
      throw new BoxException(MediaHeaderBox.TYPE, 0, "timescale is 0");
    }
    return timescale;
  }

  private static List<EditListBox.Entry> edits(ContainerBox track) {
    return track.containers(ContainerBox.EDIT).stream()
        .flatMap(edit -> edit.all(EditListBox.class).stream())
        .flatMap(list -> list.entries().stream())
        .toList();
  }

  private static long samples(ContainerBox table) {
    return table.all(TimeToSampleBox.class).stream()
        .flatMap(box -> box.entries().stream())
        .mapToLong(TimeToSampleBox.Entry::samples)
        .sum();
  }

  private static Map<Long, TrackExtendsBox> defaults(ContainerBox movie) {
    return movie.containers(ContainerBox.MOVIE_EXTENDS).stream()
        .flatMap(box -> box.all(TrackExtendsBox.class).stream())
        .collect(Collectors.toMap(TrackExtendsBox::trackId, Function.identity(), (a, b) -> a));
  }

  private record Described(Optional<TrackDescription> description, Optional<String> fault) {}

  /** Of the movie as it would be with this track alone and without encryption. */
  private static Described describe(ContainerBox movie, TrackHeader.Entry entry) {
    if (entry.clear().isEmpty()) {
      return new Described(Optional.empty(), Optional.empty());
    }
    try {
      ContainerBox track =
          withEntry(main(movie.containers(ContainerBox.TRACK)), entry.clear().get());
      TrackDescription read = TrackDescription.ofMovie(ContainerBox.of(ContainerBox.MOVIE, track));
      return new Described(Optional.of(SampleEntries.renamed(read, entry)), Optional.empty());
    } catch (IllegalArgumentException e) { // of boxes or of a codec's configuration
      return new Described(Optional.empty(), Optional.of(e.getMessage()));
    }
  }

  private static ContainerBox withEntry(ContainerBox parent, SampleEntry entry) {
    return new ContainerBox(
        parent.type(),
        parent.children().stream()
            .map(
                child ->
                    child instanceof SampleDescriptionBox
                        ? new SampleDescriptionBox(List.of(entry))
                        : child instanceof ContainerBox inner ? withEntry(inner, entry) : child)
            .toList());
  }
}
