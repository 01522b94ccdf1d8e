package dev.reelway.manifest.hls;

import java.util.Optional;
import java.util.function.Function;

/** Attributes of EXT-X-I-FRAME-STREAM-INF (RFC 8216, 4.3.4.3); their order is that of output. */
enum IFrameAttribute implements Attribute<IFrameVariant> {
  BANDWIDTH(variant -> Optional.of(Long.toString(variant.bandwidth()))),
  AVERAGE_BANDWIDTH(variant -> Optional.of(Long.toString(variant.averageBandwidth()))),
  CODECS(variant -> Attribute.quoted(variant.codec())),
  RESOLUTION(variant -> Optional.of(variant.width() + "x" + variant.height())),
  VIDEO_RANGE(IFrameVariant::videoRange),
  URI(variant -> Attribute.quoted(variant.uri()));

  @SuppressWarnings("ImmutableEnumChecker") // a lambda that captures nothing
  private final Function<IFrameVariant, Optional<String>> value;

  IFrameAttribute(Function<IFrameVariant, Optional<String>> value) {
    this.value = value;
  }

  @Override
  public Optional<String> valueOf(IFrameVariant variant) {
    return value.apply(variant);
  }
}
