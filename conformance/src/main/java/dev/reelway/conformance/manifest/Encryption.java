package dev.reelway.conformance.manifest;

import dev.reelway.conformance.place.ByteRange;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.place.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whether an init segment says that its samples are encrypted. */
public final class Encryption {
  private static final int MAX_INIT_BYTES = 1 << 20;

  private Encryption() {}

  /** Looks for the sample entries {@code encv} and {@code enca}; empty if there is no init. */
  public static Optional<Boolean> of(Place place, Optional<Location> init) throws IOException {
    Optional<Resource> file = init.isPresent() ? place.open(init.get().path()) : Optional.empty();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    long offset = init.get().range().map(ByteRange::offset).orElse(0L);
    long size = init.get().range().map(ByteRange::length).orElse(file.get().sizeBytes());
    if (offset + size > file.get().sizeBytes() || size > MAX_INIT_BYTES) {
      return Optional.empty();
    }
    String text = new String(file.get().read(offset, (int) size), StandardCharsets.ISO_8859_1);
    return Optional.of(text.contains("encv") || text.contains("enca"));
  }
}
