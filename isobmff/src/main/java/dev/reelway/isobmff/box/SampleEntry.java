package dev.reelway.isobmff.box;

import java.util.List;
import java.util.Optional;

/**
 * In {@code stsd}; one codec with its configuration (ISO/IEC 14496-12 clause 8.5.2). The record is
 * the same for every codec of a kind: a new codec adds its type to {@link VisualSampleEntry#TYPES}
 * {@link AudioSampleEntry#TYPES} or {@link TextSampleEntry#TYPES} and its configuration box to the
 * children.
 */
public sealed interface SampleEntry extends Box
    permits VisualSampleEntry, AudioSampleEntry, TextSampleEntry, XmlSubtitleSampleEntry {
  /** Returns the configuration and description boxes, in file order. */
  List<Box> children();

  /** Returns the first child of this record class. */
  default <T extends Box> Optional<T> find(Class<T> kind) {
    return Boxes.all(children(), kind).stream().findFirst();
  }

  /** Returns the first child of this record class, or throws {@link BoxException} without one. */
  default <T extends Box> T require(Class<T> kind) {
    return find(kind)
        .orElseThrow(() -> new BoxException(type(), 0, "holds no " + kind.getSimpleName()));
  }
}
