package dev.reelway.conformance.fault;

import dev.reelway.conformance.place.MapPlace;
import dev.reelway.isobmff.box.AudioSampleEntry;
import dev.reelway.isobmff.box.Box;
import dev.reelway.isobmff.box.BoxHeader;
import dev.reelway.isobmff.box.Boxes;
import dev.reelway.isobmff.box.ContainerBox;
import dev.reelway.isobmff.box.FourCc;
import dev.reelway.isobmff.box.SampleDescriptionBox;
import dev.reelway.isobmff.box.TrackRunBox;
import dev.reelway.isobmff.box.UnknownBox;
import dev.reelway.isobmff.box.VisualSampleEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Ways to damage files of a package: boxes are taken apart, changed and put together again. */
final class Damage {
  private static final FourCc MEDIA_DATA = BoxHeader.MEDIA_DATA;

  private Damage() {}

  /** Replaces every box of a kind anywhere in a file; none or several may take its place. */
  static <T extends Box> void boxes(
      MapPlace place, String path, Class<T> kind, Function<T, List<? extends Box>> change) {
    rewrite(place, path, box -> kind.isInstance(box) ? change.apply(kind.cast(box)) : List.of(box));
  }

  /** As above for one box in place of one. */
  static <T extends Box> void box(
      MapPlace place, String path, Class<T> kind, Function<T, ? extends Box> change) {
    boxes(place, path, kind, box -> List.of(change.apply(box)));
  }

  /** Takes every box of a kind out of a file. */
  static void without(MapPlace place, String path, Class<? extends Box> kind) {
    boxes(place, path, kind, box -> List.of());
  }

  /** Takes every container of a type out of a file. */
  static void without(MapPlace place, String path, FourCc type) {
    rewrite(place, path, box -> box.type().equals(type) ? List.of() : List.of(box));
  }

  /** Changes the children of every container of a type. */
  static void children(MapPlace place, String path, FourCc type, UnaryOperator<List<Box>> change) {
    boxes(
        place,
        path,
        ContainerBox.class,
        box ->
            List.of(
                box.type().equals(type)
                    ? new ContainerBox(type, change.apply(box.children()))
                    : box));
  }

  /** Adds a box behind the last child. */
  static UnaryOperator<List<Box>> with(Box added) {
    return children -> {
      List<Box> more = new ArrayList<>(children);
      more.add(added);
      return more;
    };
  }

  /** Changes the bytes of the media data. */
  static void media(MapPlace place, String path, UnaryOperator<byte[]> change) {
    rewrite(
        place,
        path,
        box ->
            List.of(
                box.type().equals(MEDIA_DATA)
                    ? UnknownBoxes.of("mdat", change.apply(((UnknownBox) box).payload().toArray()))
                    : box));
  }

  /** Puts bytes in front of the first sample, as a part of it. */
  static void prepend(MapPlace place, String path, byte[] bytes) {
    media(place, path, data -> UnknownBoxes.join(bytes, data));
    entries(
        place,
        path,
        (index, entry) ->
            index > 0
                ? entry
                : new TrackRunBox.Entry(
                    entry.durationTicks(),
                    entry.sizeBytes() + bytes.length,
                    entry.flags(),
                    entry.compositionOffsetTicks()));
  }

  /** Sees each entry of a run with its index. */
  @FunctionalInterface
  interface EntryChange {
    TrackRunBox.Entry apply(int index, TrackRunBox.Entry entry);
  }

  /** Changes the entries of the runs. */
  static void entries(MapPlace place, String path, EntryChange change) {
    box(
        place,
        path,
        TrackRunBox.class,
        run -> {
          List<TrackRunBox.Entry> entries = new ArrayList<>();
          for (int i = 0; i < run.entries().size(); i++) {
            entries.add(change.apply(i, run.entries().get(i)));
          }
          return new TrackRunBox(run.dataOffset(), run.firstSampleFlags(), run.fields(), entries);
        });
  }

  /** Cuts a file after so many bytes. */
  static void cut(MapPlace place, String path, int bytes) {
    place.put(path, java.util.Arrays.copyOf(place.files().get(path), bytes));
  }

  /** Inverts some bits of a byte; negative offsets count from the end. */
  static void flip(MapPlace place, String path, int offset, int bits) {
    byte[] bytes = place.files().get(path).clone();
    bytes[offset < 0 ? bytes.length + offset : offset] ^= (byte) bits;
    place.put(path, bytes);
  }

  /** Changes the list of tracks and segments. */
  static void list(MapPlace place, UnaryOperator<String> change) {
    String list =
        new String(place.files().get(SmallPackage.LIST), java.nio.charset.StandardCharsets.UTF_8);
    place.put(SmallPackage.LIST, change.apply(list));
  }

  private static void rewrite(
      MapPlace place, String path, Function<Box, List<? extends Box>> change) {
    List<Box> before = Boxes.read(place.files().get(path), 0);
    List<Box> after = apply(before, change);
    int grown = sizeOfFragment(after) - sizeOfFragment(before);
    if (grown != 0) {
      after = apply(after, box -> List.of(moved(box, grown)));
    }
    place.put(path, Boxes.write(after));
  }

  private static Box moved(Box box, int by) {
    return box instanceof TrackRunBox run && run.dataOffset().isPresent()
        ? new TrackRunBox(
            OptionalInt.of(run.dataOffset().getAsInt() + by),
            run.firstSampleFlags(),
            run.fields(),
            run.entries())
        : box;
  }

  private static int sizeOfFragment(List<Box> boxes) {
    return Boxes.containers(boxes, ContainerBox.MOVIE_FRAGMENT).stream()
        .mapToInt(box -> box.toBytes().length)
        .sum();
  }

  private static List<Box> apply(List<Box> boxes, Function<Box, List<? extends Box>> change) {
    List<Box> result = new ArrayList<>();
    boxes.forEach(box -> result.addAll(change.apply(inside(box, change))));
    return result;
  }

  private static Box inside(Box box, Function<Box, List<? extends Box>> change) {
    if (box instanceof ContainerBox container) {
      return new ContainerBox(container.type(), apply(container.children(), change));
    }
    if (box instanceof SampleDescriptionBox description) {
      return new SampleDescriptionBox(apply(description.entries(), change));
    }
    if (box instanceof VisualSampleEntry entry) {
      return new VisualSampleEntry(
          entry.type(),
          entry.width(),
          entry.height(),
          entry.compressorName(),
          apply(entry.children(), change));
    }
    if (box instanceof AudioSampleEntry entry) {
      return new AudioSampleEntry(
          entry.type(),
          entry.channels(),
          entry.sampleBits(),
          entry.sampleRate(),
          apply(entry.children(), change));
    }
    return box;
  }
}
