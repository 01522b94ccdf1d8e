package dev.reelway.manifest.hls;

import java.util.Optional;
import java.util.function.Function;

/** Attributes of EXT-X-IMAGE-STREAM-INF; their order is that of output. */
enum ImageAttribute implements Attribute<ImageVariant> {
  BANDWIDTH(variant -> Optional.of(Long.toString(variant.bandwidth()))),
  RESOLUTION(variant -> Optional.of(variant.width() + "x" + variant.height())),
  CODECS(variant -> Attribute.quoted(variant.codec())),
  URI(variant -> Attribute.quoted(variant.uri()));

  @SuppressWarnings("ImmutableEnumChecker") // a lambda that captures nothing
  private final Function<ImageVariant, Optional<String>> value;

  ImageAttribute(Function<ImageVariant, Optional<String>> value) {
    this.value = value;
  }

  @Override
  public Optional<String> valueOf(ImageVariant variant) {
    return value.apply(variant);
  }
}
