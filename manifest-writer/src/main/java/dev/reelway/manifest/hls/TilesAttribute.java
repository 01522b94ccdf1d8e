package dev.reelway.manifest.hls;

import java.util.Optional;
import java.util.function.Function;

/** Attributes of EXT-X-TILES; their order is that of output. */
enum TilesAttribute implements Attribute<Tiles> {
  RESOLUTION(tiles -> Optional.of(tiles.width() + "x" + tiles.height())),
  LAYOUT(tiles -> Optional.of(tiles.columns() + "x" + tiles.rows())),
  DURATION(tiles -> Optional.of(tiles.seconds().toPlainString()));

  @SuppressWarnings("ImmutableEnumChecker") // a lambda that captures nothing
  private final Function<Tiles, Optional<String>> value;

  TilesAttribute(Function<Tiles, Optional<String>> value) {
    this.value = value;
  }

  @Override
  public Optional<String> valueOf(Tiles tiles) {
    return value.apply(tiles);
  }
}
