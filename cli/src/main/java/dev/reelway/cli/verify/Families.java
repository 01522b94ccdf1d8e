package dev.reelway.cli.verify;

import dev.reelway.conformance.dash.DashFamily;
import dev.reelway.conformance.hls.HlsFamily;
import dev.reelway.conformance.model.ManifestFamily;
import java.util.List;

/** The kinds of manifest that are understood. */
final class Families {

  private Families() {}

  static List<ManifestFamily> all() {
    return List.of(new HlsFamily(), new DashFamily());
  }
}
