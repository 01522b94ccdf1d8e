package dev.reelway.manifest.dash;

import dev.reelway.contracts.title.TextTrack;
import java.util.ArrayList;
import java.util.List;

/** What DASH calls the purposes of text (ISO/IEC 23009-1, 5.8.5.5). */
final class TextRoles {

  private TextRoles() {}

  static List<Descriptor> of(TextTrack track) {
    List<Descriptor> descriptors = new ArrayList<>();
    switch (track.role()) {
      case SDH -> {
        descriptors.add(Descriptor.accessibility("caption"));
        descriptors.add(Descriptor.role("caption"));
      }
      case FORCED -> descriptors.add(Descriptor.role("forced-subtitle"));
      case COMMENTARY -> {
        descriptors.add(Descriptor.role("subtitle"));
        descriptors.add(Descriptor.role("commentary"));
      }
      case MAIN, DUB, DESCRIPTION -> descriptors.add(Descriptor.role("subtitle"));
    }
    if (track.isDefault()) {
      descriptors.add(Descriptor.mainRole());
    }
    return descriptors;
  }
}
