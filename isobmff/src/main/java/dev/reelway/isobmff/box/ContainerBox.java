package dev.reelway.isobmff.box;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Any parent; a box that holds only boxes, such as {@code moov} (ISO/IEC 14496-12 clauses 8.2.1 to
 * 8.8.6).
 *
 * @param type one of {@link #TYPES}
 * @param children the boxes inside, in file order
 */
public record ContainerBox(FourCc type, List<Box> children) implements Box {
  /** The movie, clause 8.2.1. */
  public static final FourCc MOVIE = FourCc.of("moov");

  /** A track, clause 8.3.1. */
  public static final FourCc TRACK = FourCc.of("trak");

  /** A track's edits, clause 8.6.5. */
  public static final FourCc EDIT = FourCc.of("edts");

  /** A track's media, clause 8.4.1. */
  public static final FourCc MEDIA = FourCc.of("mdia");

  /** What is special to the kind of media, clause 8.4.4. */
  public static final FourCc MEDIA_INFORMATION = FourCc.of("minf");

  /** Where the media lies, clause 8.7.1. */
  public static final FourCc DATA_INFORMATION = FourCc.of("dinf");

  /** The sample table, clause 8.5.1. */
  public static final FourCc SAMPLE_TABLE = FourCc.of("stbl");

  /** The sign that fragments follow, clause 8.8.1. */
  public static final FourCc MOVIE_EXTENDS = FourCc.of("mvex");

  /** A movie fragment, clause 8.8.4. */
  public static final FourCc MOVIE_FRAGMENT = FourCc.of("moof");

  /** A track's share of a movie fragment, clause 8.8.6. */
  public static final FourCc TRACK_FRAGMENT = FourCc.of("traf");

  /** Every type that is read as a container. */
  public static final Set<FourCc> TYPES =
      Set.of(
          MOVIE,
          TRACK,
          EDIT,
          MEDIA,
          MEDIA_INFORMATION,
          DATA_INFORMATION,
          SAMPLE_TABLE,
          MOVIE_EXTENDS,
          MOVIE_FRAGMENT,
          TRACK_FRAGMENT);

  /** Copies the list. */
  public ContainerBox {
    children = List.copyOf(children);
  }

  /** Makes a container of the children, in this order. */
  public static ContainerBox of(FourCc type, Box... children) {
    return new ContainerBox(type, List.of(children));
  }

  static ContainerBox read(BoxReader in) {
    return new ContainerBox(in.type(), in.boxes());
  }

  @Override
  public void write(BoxWriter out) {
    out.boxes(children);
  }

  /** Returns the children that are of this record class, in file order. */
  public <T extends Box> List<T> all(Class<T> kind) {
    return Boxes.all(children, kind);
  }

  /** Returns the first child of this record class. */
  public <T extends Box> Optional<T> find(Class<T> kind) {
    return all(kind).stream().findFirst();
  }

  /** Returns the first child of this record class, or throws {@link BoxException} without one. */
  public <T extends Box> T require(Class<T> kind) {
    return find(kind)
        .orElseThrow(() -> new BoxException(type, 0, "holds no " + kind.getSimpleName()));
  }

  /** Returns the containers of this type among the children, in file order. */
  public List<ContainerBox> containers(FourCc childType) {
    return Boxes.containers(children, childType);
  }

  /** Returns the first container of this type, or throws {@link BoxException} without one. */
  public ContainerBox container(FourCc childType) {
    return containers(childType).stream()
        .findFirst()
        .orElseThrow(() -> new BoxException(type, 0, "holds no " + childType));
  }
}
