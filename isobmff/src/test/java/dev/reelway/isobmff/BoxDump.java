package dev.reelway.isobmff;

import dev.reelway.isobmff.box.Box;
import dev.reelway.isobmff.box.ContainerBox;
import dev.reelway.isobmff.box.DataReferenceBox;
import dev.reelway.isobmff.box.SampleDescriptionBox;
import dev.reelway.isobmff.box.SampleEntry;
import java.util.List;

/** Prints a box tree as indented lines, one box each, for golden files. */
public final class BoxDump {
  private BoxDump() {}

  /** Returns the lines of the boxes and all their children. */
  public static String of(List<? extends Box> boxes) {
    StringBuilder text = new StringBuilder();
    boxes.forEach(box -> append(text, "", box));
    return text.toString();
  }

  private static void append(StringBuilder text, String indent, Box box) {
    List<Box> children = children(box);
    text.append(indent).append(box.type()).append(' ').append(box.toBytes().length);
    if (box instanceof SampleEntry || children.isEmpty()) {
      text.append(' ').append(box.toString().replaceFirst(", children=.*", "]"));
    }
    text.append('\n');
    children.forEach(child -> append(text, indent + "  ", child));
  }

  private static List<Box> children(Box box) {
    if (box instanceof ContainerBox container) {
      return container.children();
    }
    if (box instanceof SampleEntry entry) {
      return entry.children();
    }
    if (box instanceof SampleDescriptionBox description) {
      return description.entries();
    }
    return box instanceof DataReferenceBox reference ? reference.entries() : List.of();
  }
}
