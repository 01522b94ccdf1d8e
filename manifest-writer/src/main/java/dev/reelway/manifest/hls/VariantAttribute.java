package dev.reelway.manifest.hls;

import java.util.Optional;
import java.util.function.Function;

/** Attributes of EXT-X-STREAM-INF (RFC 8216, 4.3.4.2); their order is that of output. */
enum VariantAttribute implements Attribute<Variant> {
  BANDWIDTH(variant -> Optional.of(Long.toString(variant.bandwidth()))),
  AVERAGE_BANDWIDTH(variant -> Optional.of(Long.toString(variant.averageBandwidth()))),
  CODECS(variant -> Attribute.quoted(String.join(",", variant.codecs()))),
  RESOLUTION(variant -> variant.picture().map(p -> p.width() + "x" + p.height())),
  FRAME_RATE(variant -> variant.picture().map(Variant.Picture::frameRate)),
  VIDEO_RANGE(variant -> variant.picture().flatMap(Variant.Picture::videoRange)),
  AUDIO(variant -> variant.audioGroup().flatMap(Attribute::quoted)),
  SUBTITLES(variant -> variant.subtitlesGroup().flatMap(Attribute::quoted));

  @SuppressWarnings("ImmutableEnumChecker") // a lambda that captures nothing
  private final Function<Variant, Optional<String>> value;

  VariantAttribute(Function<Variant, Optional<String>> value) {
    this.value = value;
  }

  @Override
  public Optional<String> valueOf(Variant variant) {
    return value.apply(variant);
  }
}
